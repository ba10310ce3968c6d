-- 2. What was decided, by which rule, and how often would every role weighing the same decide otherwise?
-- One row per dilemma, outcome and rule. "otherwise" counts decisions where no option that leads the
-- votes as they were cast leads them when every role weighs the same, and is empty where that is not asked.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version, people
  FROM sessions WHERE practice = 0
),
taken AS (
  SELECT i.*, d.round, r.dilemma, r.question_type, d.options, d.rule, d.fallback_used,
    d.by_facilitator, d.raw, d.role_weighted
  FROM decisions d JOIN included i USING (session) JOIN rounds r USING (session, round)
),
raw AS (
  SELECT session, round, j.key AS choice, CASE instr(j.value, '/') WHEN 0 THEN 1.0 * j.value ELSE
    1.0 * substr(j.value, 1, instr(j.value, '/') - 1) / substr(j.value, instr(j.value, '/') + 1)
    END AS score
  FROM taken, json_each(taken.raw) j WHERE question_type <> 'agreement'
),
weighted AS (
  SELECT session, round, j.key AS choice,
    1.0 * substr(j.value, 1, instr(j.value, '/') - 1) / substr(j.value, instr(j.value, '/') + 1)
      AS score
  FROM taken, json_each(taken.role_weighted) j WHERE question_type <> 'agreement'
),
leads AS (
  SELECT session, round, choice FROM raw
  JOIN (SELECT session, round, max(score) AS score FROM raw GROUP BY 1, 2)
    USING (session, round, score)
  INTERSECT
  SELECT session, round, choice FROM weighted
  JOIN (SELECT session, round, max(score) AS score FROM weighted GROUP BY 1, 2)
    USING (session, round, score)
),
counted AS (
  SELECT t.*, CASE WHEN t.question_type <> 'agreement' AND t.raw <> '{}' THEN NOT EXISTS (
      SELECT 1 FROM leads l WHERE l.session = t.session AND l.round = t.round
    ) END AS otherwise
  FROM taken t
),
whole AS (
  SELECT edition, dilemma, count(*) AS sessions, sum(people) AS persons
  FROM counted GROUP BY edition, dilemma
)
SELECT c.scenario_id AS scenario, c.scenario_version AS version, c.edition, c.dilemma,
  c.options AS outcome, c.rule, w.sessions, w.persons,
  CASE WHEN w.sessions >= limits.sessions AND w.persons >= limits.persons
    THEN round(1.0 * count(*) / w.sessions, 4) END AS share,
  CASE WHEN w.sessions >= limits.sessions AND w.persons >= limits.persons
    THEN sum(c.fallback_used) END AS by_fallback,
  CASE WHEN w.sessions >= limits.sessions AND w.persons >= limits.persons
    THEN sum(c.by_facilitator) END AS by_facilitator,
  CASE WHEN w.sessions >= limits.sessions AND w.persons >= limits.persons
    THEN sum(c.otherwise) END AS otherwise
FROM counted c JOIN whole w USING (edition, dilemma), limits
GROUP BY c.edition, c.dilemma, c.options, c.rule
ORDER BY scenario, version, c.edition, c.dilemma, share DESC, outcome, c.rule;

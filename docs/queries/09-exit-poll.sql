-- 9. How did people leave?
-- The two closing questions, 1 to 5: means of the means per session.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
answers AS (
  SELECT session, 'talking' AS question, talking AS answer FROM exit_poll
  UNION ALL
  SELECT session, 'understanding', understanding FROM exit_poll
),
per_session AS (
  SELECT session, question, count(*) AS persons, avg(answer) AS mean, avg(answer >= 4) AS high
  FROM answers WHERE answer IS NOT NULL GROUP BY session, question
)
SELECT i.scenario_id AS scenario, i.scenario_version AS version, i.edition, p.question,
  count(*) AS sessions, sum(p.persons) AS persons,
  CASE WHEN count(*) >= limits.sessions AND sum(p.persons) >= limits.persons
    THEN round(avg(p.mean), 4) END AS mean,
  CASE WHEN count(*) >= limits.sessions AND sum(p.persons) >= limits.persons
    THEN round(avg(p.high), 4) END AS four_or_five
FROM per_session p JOIN included i USING (session), limits
GROUP BY i.edition, p.question
ORDER BY scenario, version, i.edition, p.question;

-- 3. Which roles chose the same?
-- One row per pair of roles, 0 to 1: the chance that a member of each chose the same (single choice),
-- or how near their means lie (agreement, points), in vote 2. The mean per session over the dilemmas
-- where both voted, three at least, and then the mean over sessions. Approvals and rankings are left out.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions, dilemmas) AS (VALUES (5, 3, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
valid AS (
  SELECT u.session, u.round, u.role, u.ballots, r.question_type AS kind, r.dilemma
  FROM rollups u JOIN included USING (session) JOIN rounds r USING (session, round)
  WHERE u.vote = 2 AND u.choice = '*' AND u.ballots > 0
    AND r.question_type IN ('single_choice', 'agreement', 'points')
),
own AS (
  SELECT v.*, u.choice, CASE v.kind
      WHEN 'points' THEN u.points / sum(u.points) OVER (PARTITION BY session, round, role)
      ELSE 1.0 * u.ballots / v.ballots END AS share
  FROM valid v JOIN rollups u USING (session, round, role)
  WHERE u.vote = 2 AND u.choice NOT IN ('', '*')
),
scales AS (
  SELECT edition, dilemma, max(CAST(choice AS INTEGER)) AS points
  FROM totals GROUP BY edition, dilemma
),
means AS (
  SELECT session, round, role, sum(share * choice) AS mean
  FROM own WHERE kind = 'agreement' GROUP BY session, round, role
),
pairs AS (
  SELECT a.session, a.round, a.dilemma, a.kind, a.role AS one, b.role AS other,
    a.ballots + b.ballots AS persons
  FROM valid a JOIN valid b USING (session, round) WHERE a.role < b.role
),
near AS (
  SELECT p.session, p.one, p.other, p.persons, CASE p.kind
      WHEN 'single_choice' THEN (
        SELECT coalesce(sum(a.share * b.share), 0) FROM own a JOIN own b
          ON b.session = a.session AND b.round = a.round AND b.choice = a.choice
        WHERE a.session = p.session AND a.round = p.round AND a.role = p.one AND b.role = p.other)
      WHEN 'points' THEN 1 - 0.5 * (
        SELECT sum(abs(gap)) FROM (
          SELECT sum(CASE role WHEN p.one THEN share ELSE -share END) AS gap FROM own
          WHERE session = p.session AND round = p.round AND role IN (p.one, p.other)
          GROUP BY choice))
      ELSE 1 - abs(m.mean - n.mean) / (s.points - 1) END AS likeness
  FROM pairs p
  JOIN included i USING (session)
  LEFT JOIN means m ON m.session = p.session AND m.round = p.round AND m.role = p.one
  LEFT JOIN means n ON n.session = p.session AND n.round = p.round AND n.role = p.other
  LEFT JOIN scales s ON s.edition = i.edition AND s.dilemma = p.dilemma
),
per_session AS (
  SELECT session, one, other, avg(likeness) AS likeness, max(n.persons) AS persons
  FROM near n, limits GROUP BY session, one, other HAVING count(*) >= limits.dilemmas
)
SELECT i.scenario_id AS scenario, i.scenario_version AS version, i.edition,
  p.one AS role, p.other AS other_role, count(*) AS sessions, sum(p.persons) AS persons,
  CASE WHEN count(*) >= limits.sessions AND sum(p.persons) >= limits.persons
    THEN round(avg(p.likeness), 4) END AS likeness
FROM per_session p JOIN included i USING (session), limits
GROUP BY i.edition, p.one, p.other
ORDER BY scenario, version, i.edition, likeness DESC, role, other_role;

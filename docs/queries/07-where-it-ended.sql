-- 7. Where did the neighbourhood end, and for whom was it better, now and later?
-- Indicators in points (kind "indicator"), and what each role sees through its glasses (kind "lens":
-- above 2 better, below -2 worse). Now is the last dilemma, later the last year. Which share of groups
-- chose lasting funding stands in query 2: the option of the dilemma about it.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version, people,
    (SELECT max(year) FROM rounds r WHERE r.session = s.session AND status = 'decided') AS last,
    (SELECT max(year) FROM indicator_values v WHERE v.session = s.session) AS finish
  FROM sessions s WHERE practice = 0 AND ended_at IS NOT NULL
),
ends AS (
  SELECT i.*, 'indicator' AS kind, n.indicator AS name, n.value AS now, l.value AS later
  FROM included i
  JOIN indicator_values n ON n.session = i.session AND n.year = i.last
  JOIN indicator_values l ON l.session = i.session AND l.year = i.finish
    AND l.indicator = n.indicator
  UNION ALL
  SELECT i.*, 'lens', role, now, later FROM included i JOIN lenses USING (session)
)
SELECT scenario_id AS scenario, scenario_version AS version, edition, kind, name,
  count(*) AS sessions, sum(people) AS persons,
  CASE WHEN count(*) >= limits.sessions AND sum(people) >= limits.persons
    THEN round(avg(now), 4) END AS now,
  CASE WHEN count(*) >= limits.sessions AND sum(people) >= limits.persons
    THEN round(avg(later), 4) END AS later,
  CASE WHEN count(*) >= limits.sessions AND sum(people) >= limits.persons
    THEN round(min(later), 4) END AS lowest_later,
  CASE WHEN count(*) >= limits.sessions AND sum(people) >= limits.persons
    THEN round(max(later), 4) END AS highest_later
FROM ends, limits
GROUP BY edition, kind, name
ORDER BY scenario, version, edition, kind, name;

-- 10. What did groups agree to do?
-- The texts, without who would do it and without the organisation. Agreements of groups of fewer than
-- 5 people are left out.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons) AS (VALUES (5))
SELECT strftime('%Y-%m', s.started_at / 1000, 'unixepoch') AS month, s.scenario_id AS scenario,
  s.scenario_version AS version, substr(s.scenario_sha256, 1, 16) AS edition,
  s.people AS persons, a.what, a."when"
FROM agreements a JOIN sessions s USING (session), limits
WHERE s.practice = 0 AND s.people >= limits.persons
ORDER BY s.started_at, s.session, a.number;

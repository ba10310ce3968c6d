-- 4. How many people would choose otherwise than their role did?
-- The log keeps no backgrounds and cuts personal votes from their seats, so this is the whole of what
-- can be said of role and person. Only the newest attempt of each vote counts.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
newest AS (
  SELECT session, dilemma, vote, max(attempt) AS attempt
  FROM personal_votes GROUP BY session, dilemma, vote
),
per_session AS (
  SELECT session, dilemma, vote, count(*) AS persons, avg(differs_from_role) AS share
  FROM personal_votes JOIN newest USING (session, dilemma, vote, attempt)
  GROUP BY session, dilemma, vote
)
SELECT i.scenario_id AS scenario, i.scenario_version AS version, i.edition, p.dilemma, p.vote,
  count(*) AS sessions, sum(p.persons) AS persons,
  CASE WHEN count(*) >= limits.sessions AND sum(p.persons) >= limits.persons
    THEN round(avg(p.share), 4) END AS otherwise
FROM per_session p JOIN included i USING (session), limits
GROUP BY i.edition, p.dilemma, p.vote
ORDER BY scenario, version, i.edition, p.dilemma, p.vote;

-- 11. How good are the data?
-- One row per session, with nothing of what anybody chose: unfinished sessions, people who did not vote,
-- shares counted by hand or cast by a table, steps taken back, and interruptions.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH votes AS (
  SELECT session, sum(present) AS present, sum(persons) AS persons, sum(by_hand) AS by_hand,
    sum(by_table) AS by_table, sum(valid + abstained) AS ballots,
    sum(vote = 1) AS first_votes, sum(vote = 2) AS second_votes
  FROM vote_figures WHERE vote IN (1, 2) GROUP BY session
)
SELECT s.id AS session, s.scenario_id AS scenario, s.scenario_version AS version,
  substr(s.scenario_sha256, 1, 16) AS edition, s.people AS persons,
  CASE s.closed_properly WHEN 1 THEN 'finished' WHEN 0 THEN 'ended early' ELSE 'unfinished' END
    AS state,
  (SELECT count(*) FROM rounds r WHERE r.session = s.session AND r.status = 'decided') AS decided,
  coalesce(v.first_votes - v.second_votes, 0) AS without_second_vote,
  round(1.0 * (v.present - v.persons) / nullif(v.present, 0), 4) AS missing,
  round(1.0 * v.by_hand / nullif(v.persons, 0), 4) AS by_hand,
  round(1.0 * v.by_table / nullif(v.ballots, 0), 4) AS by_table,
  s.undone, s.resumed
FROM sessions s LEFT JOIN votes v USING (session)
WHERE s.practice = 0
ORDER BY s.started_at, s.session;

-- 1. What did groups choose per dilemma, before and after the talk, and who moved?
-- One row per choice. Shares are means over sessions (people in one room are not independent),
-- and lowest and highest show how far sessions lie apart. Labels, consensus and A: see vote_figures.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
editions AS (
  SELECT edition, min(scenario_id) AS scenario, min(scenario_version) AS version
  FROM included GROUP BY edition
),
votes AS (
  SELECT i.edition, r.dilemma, f.vote, count(*) AS sessions, sum(f.persons) AS persons,
    avg(f.consensus) AS consensus, avg(f.agreement) AS agreement,
    avg(1.0 * f.moved / f.both) AS moved, avg(f.net) AS net, avg(f.silent) AS silent
  FROM vote_figures f
  JOIN included i USING (session)
  JOIN rounds r USING (session, round)
  WHERE f.vote IN (1, 2)
  GROUP BY i.edition, r.dilemma, f.vote
),
shares AS (
  SELECT t.edition, t.dilemma, t.vote, t.choice,
    avg(share) AS share, min(share) AS lowest, max(share) AS highest
  FROM (
    SELECT t.*, CASE kind
        WHEN 'points' THEN points / sum(points) OVER (PARTITION BY t.session, t.round, t.vote)
        ELSE 1.0 * ballots / nullif(valid, 0) END AS share
    FROM totals t
    JOIN included USING (session)
    JOIN (SELECT session, round, question_type AS kind FROM rounds) USING (session, round)
    WHERE vote IN (1, 2) AND choice NOT IN ('', '*')
  ) t
  GROUP BY t.edition, t.dilemma, t.vote, t.choice
)
SELECT e.scenario, e.version, s.edition, s.dilemma, s.vote, s.choice, v.sessions, v.persons,
  CASE WHEN shown THEN round(s.share, 4) END AS share,
  CASE WHEN shown THEN round(s.lowest, 4) END AS lowest,
  CASE WHEN shown THEN round(s.highest, 4) END AS highest,
  CASE WHEN shown THEN round(v.consensus, 4) END AS consensus,
  CASE WHEN shown THEN round(v.agreement, 4) END AS agreement,
  CASE WHEN shown THEN round(v.moved, 4) END AS moved,
  CASE WHEN shown THEN round(v.net, 4) END AS net,
  CASE WHEN shown THEN round(v.silent, 4) END AS silent
FROM shares s
JOIN editions e USING (edition)
JOIN (
  SELECT votes.*, votes.persons >= limits.persons AND votes.sessions >= limits.sessions AS shown
  FROM votes, limits
) v USING (edition, dilemma, vote)
ORDER BY e.scenario, e.version, s.edition, s.dilemma, s.vote, s.choice;

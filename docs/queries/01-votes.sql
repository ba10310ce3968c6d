-- 1. What did groups choose per dilemma, before and after the talk, and who moved?
-- One row per choice. Shares are means over sessions (people in one room are not independent),
-- and lowest and highest show how far sessions lie apart. Labels, consensus and A: see vote_figures.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
editions AS (
  SELECT substr(scenario_sha256, 1, 16) AS edition, min(scenario_id) AS scenario,
    min(scenario_version) AS version
  FROM sessions WHERE practice = 0 GROUP BY edition
),
votes AS (
  SELECT edition, dilemma, vote, count(*) AS sessions, sum(f.persons) AS persons,
    avg(consensus) AS consensus, avg(agreement) AS agreement,
    avg(1.0 * moved / both) AS moved, avg(net) AS net, avg(silent) AS silent
  FROM vote_figures f WHERE practice = 0 AND vote IN (1, 2)
  GROUP BY edition, dilemma, vote
),
shares AS (
  SELECT edition, dilemma, vote, choice,
    avg(share) AS share, min(share) AS lowest, max(share) AS highest
  FROM totals WHERE practice = 0 AND vote IN (1, 2) AND choice NOT IN ('', '*')
  GROUP BY edition, dilemma, vote, choice
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

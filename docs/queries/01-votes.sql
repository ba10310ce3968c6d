-- 1. What did groups choose per dilemma, before and after the talk, and who moved?
-- One row per choice. Shares are means over sessions (people in one room are not independent),
-- and lowest and highest show how far sessions lie apart. Labels, consensus and A: vote_figures.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
editions AS (
  SELECT substr(scenario_sha256, 1, 16) AS edition, min(scenario_id) AS scenario,
    min(scenario_version) AS version
  FROM sessions WHERE practice = 0 GROUP BY edition
),
shares AS (
  SELECT edition, dilemma, choice,
    avg(first_share) AS share1, min(first_share) AS low1, max(first_share) AS high1,
    avg(second_share) AS share2, min(second_share) AS low2, max(second_share) AS high2
  FROM totals WHERE practice = 0 GROUP BY edition, dilemma, choice
),
votes AS (
  SELECT edition, dilemma, vote, count(*) AS sessions, sum(f.persons) AS persons,
    avg(consensus) AS consensus, avg(agreement) AS agreement,
    avg(1.0 * moved / both) AS moved, avg(net) AS net, avg(silent) AS silent
  FROM vote_figures f WHERE practice = 0 AND vote <= 2
  GROUP BY edition, dilemma, vote
),
shown AS (
  SELECT v.* FROM votes v, limits
  WHERE v.persons >= limits.persons AND v.sessions >= limits.sessions
)
SELECT e.scenario, e.version, s.edition, s.dilemma, v.vote, s.choice, v.sessions, v.persons,
  CASE WHEN w.vote = 1 THEN round(s.share1, 4) WHEN w.vote = 2 THEN round(s.share2, 4) END
    AS share,
  CASE WHEN w.vote = 1 THEN round(s.low1, 4) WHEN w.vote = 2 THEN round(s.low2, 4) END AS lowest,
  CASE WHEN w.vote = 1 THEN round(s.high1, 4) WHEN w.vote = 2 THEN round(s.high2, 4) END
    AS highest,
  round(w.consensus, 4) AS consensus, round(w.agreement, 4) AS agreement,
  round(w.moved, 4) AS moved, round(w.net, 4) AS net, round(w.silent, 4) AS silent
FROM votes v
JOIN shares s USING (edition, dilemma)
JOIN editions e USING (edition)
LEFT JOIN shown w USING (edition, dilemma, vote)
ORDER BY e.scenario, e.version, s.edition, s.dilemma, v.vote, s.choice;

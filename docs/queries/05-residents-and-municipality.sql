-- 5. What do residents choose first, compared with the municipality?
-- The first vote of the role `inwoner` next to `beleidsmedewerker` and `wethouder` together. Shares are
-- means over sessions in which that side cast a valid ballot.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
sides(role, side) AS (
  VALUES ('inwoner', 'residents'), ('beleidsmedewerker', 'municipality'),
    ('wethouder', 'municipality')
),
valid AS (
  SELECT session, round, side, sum(ballots) AS ballots
  FROM rollups JOIN sides USING (role) JOIN included USING (session)
  WHERE vote = 1 AND choice = '*' AND ballots > 0 GROUP BY session, round, side
),
own AS (
  SELECT session, round, side, choice, sum(ballots) AS ballots, sum(points) AS points
  FROM rollups JOIN sides USING (role) WHERE vote = 1 GROUP BY session, round, side, choice
),
shares AS (
  SELECT t.edition, t.dilemma, t.choice, v.side, v.ballots AS persons,
    CASE r.question_type
      WHEN 'points' THEN coalesce(o.points, 0)
        / sum(o.points) OVER (PARTITION BY v.session, v.round, v.side)
      ELSE 1.0 * coalesce(o.ballots, 0) / v.ballots END AS share
  FROM valid v
  JOIN rounds r USING (session, round)
  JOIN totals t ON t.practice = 0 AND t.session = v.session AND t.round = v.round
    AND t.first IS NOT NULL
  LEFT JOIN own o ON o.session = v.session AND o.round = v.round AND o.side = v.side
    AND o.choice = t.choice
),
pooled AS (
  SELECT edition, dilemma, choice, side, count(*) AS sessions, sum(s.persons) AS persons,
    CASE WHEN count(*) >= limits.sessions AND sum(s.persons) >= limits.persons
      THEN round(avg(share), 4) END AS share
  FROM shares s, limits GROUP BY edition, dilemma, choice, side
)
SELECT i.scenario_id AS scenario, i.scenario_version AS version, p.edition, p.dilemma, p.choice,
  max(CASE side WHEN 'residents' THEN p.sessions END) AS sessions_residents,
  max(CASE side WHEN 'residents' THEN p.persons END) AS persons_residents,
  max(CASE side WHEN 'residents' THEN p.share END) AS residents,
  max(CASE side WHEN 'municipality' THEN p.sessions END) AS sessions_municipality,
  max(CASE side WHEN 'municipality' THEN p.persons END) AS persons_municipality,
  max(CASE side WHEN 'municipality' THEN p.share END) AS municipality
FROM pooled p
JOIN (SELECT DISTINCT edition, scenario_id, scenario_version FROM included) i USING (edition)
GROUP BY p.edition, p.dilemma, p.choice
ORDER BY scenario, version, p.edition, p.dilemma, p.choice;

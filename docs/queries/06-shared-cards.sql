-- 6. Which information is shared, and how much do groups move with it and without it?
-- One row per card: a role in a dilemma. It describes and proves nothing: groups that share a card
-- differ in more than that. "moved" is the share of people that chose otherwise in vote 2.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version
  FROM sessions WHERE practice = 0
),
cards AS (
  SELECT i.*, r.round, r.dilemma, p.role, f.persons, 1.0 * f.moved / f.both AS moved,
    EXISTS (
      SELECT 1 FROM info_shared s
      WHERE s.session = r.session AND s.round = r.round AND s.role = p.role
    ) AS shared
  FROM included i
  JOIN rounds r USING (session)
  JOIN (SELECT DISTINCT session, role FROM participants) p USING (session)
  JOIN vote_figures f ON f.session = r.session AND f.round = r.round AND f.vote = 2
),
counted AS (
  SELECT scenario_id AS scenario, scenario_version AS version, edition, dilemma, role,
    count(*) AS sessions, sum(persons) AS persons, avg(shared) AS shared,
    sum(shared) AS with_card, sum(CASE WHEN shared THEN persons END) AS persons_with,
    avg(CASE WHEN shared THEN moved END) AS moved_with,
    count(*) - sum(shared) AS without_card,
    sum(CASE WHEN NOT shared THEN persons END) AS persons_without,
    avg(CASE WHEN NOT shared THEN moved END) AS moved_without
  FROM cards GROUP BY edition, dilemma, role
)
SELECT scenario, version, edition, dilemma, role, c.sessions, c.persons,
  CASE WHEN c.sessions >= limits.sessions AND c.persons >= limits.persons
    THEN round(shared, 4) END AS shared,
  with_card,
  CASE WHEN with_card >= limits.sessions AND persons_with >= limits.persons
    THEN round(moved_with, 4) END AS moved_with,
  without_card,
  CASE WHEN without_card >= limits.sessions AND persons_without >= limits.persons
    THEN round(moved_without, 4) END AS moved_without
FROM counted c, limits
ORDER BY scenario, version, edition, dilemma, role;

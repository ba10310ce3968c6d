-- 8. Is the facilitation on time?
-- One row per length and phase, in minutes per time that it was entered, and pauses and breaks are in it.
-- "over" is the share of those times that took longer than planned. The rows without a phase tell how
-- many dilemmas were skipped and how often somebody paused.
-- Rehearsals are left out. Only sessions with the same text of the scenario are put together: every
-- row is of one edition (scenario_sha256). A figure of fewer than 5 persons or 3 sessions is empty.
-- Deelnemers speelden een rol. Dit zijn geen meningen van echte organisaties.
WITH limits(persons, sessions) AS (VALUES (5, 3)),
included AS (
  SELECT session, id, substr(scenario_sha256, 1, 16) AS edition, scenario_id, scenario_version,
    profile, people
  FROM sessions WHERE practice = 0
),
spent AS (
  SELECT i.*, p.phase, p.planned_ms / 60000.0 AS planned,
    (lead(p.entered_at) OVER (PARTITION BY p.session ORDER BY p.number) - p.entered_at) / 60000.0
      AS minutes
  FROM phases p JOIN included i USING (session)
),
timed AS (
  SELECT scenario_id AS scenario, scenario_version AS version, edition, profile, phase,
    count(DISTINCT session) AS sessions, count(*) AS times, avg(planned) AS planned,
    avg(minutes) AS minutes, avg(CASE WHEN planned > 0 THEN minutes > planned END) AS over,
    NULL AS skipped, NULL AS pauses
  FROM spent WHERE minutes IS NOT NULL GROUP BY edition, profile, phase
  UNION ALL
  SELECT scenario_id, scenario_version, edition, profile, NULL, count(*), NULL, NULL, NULL, NULL,
    sum((SELECT count(*) FROM rounds r WHERE r.session = i.session AND r.status = 'skipped')),
    sum((
      SELECT count(*) FROM events e JOIN payloads p USING (seq)
      WHERE e.session = i.id AND e.kind = 'OverlayLaid'
        AND json_extract(p.payload, '$.overlay') <> 'none'
    ))
  FROM included i GROUP BY edition, profile
),
people AS (
  SELECT edition, profile, sum(people) AS persons FROM included GROUP BY edition, profile
)
SELECT scenario, version, edition, profile, phase, sessions, persons, times,
  CASE WHEN shown THEN round(planned, 2) END AS planned,
  CASE WHEN shown THEN round(minutes, 2) END AS minutes,
  CASE WHEN shown THEN round(over, 4) END AS over,
  CASE WHEN shown THEN skipped END AS skipped,
  CASE WHEN shown THEN pauses END AS pauses
FROM (
  SELECT timed.*, p.persons,
    timed.sessions >= limits.sessions AND p.persons >= limits.persons AS shown
  FROM timed JOIN people p USING (edition, profile), limits
) t
ORDER BY scenario, version, edition, profile, phase IS NULL, phase;

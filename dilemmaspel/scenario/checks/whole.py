"""A whole file: its keys by the schema, then the meaning of what they say."""

from pathlib import Path

from dilemmaspel.game.scenario import DEFAULT_INDICATORS, Role
from dilemmaspel.game.terms import Status, Theme
from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.dilemmas import check_dilemmas, check_last_always
from dilemmaspel.scenario.checks.names import check_indicators, check_names, check_unique
from dilemmaspel.scenario.checks.outcomes import check_outcomes
from dilemmaspel.scenario.checks.paths import check_paths
from dilemmaspel.scenario.checks.pictures import check_pictures
from dilemmaspel.scenario.checks.rules import check_rules
from dilemmaspel.scenario.checks.survey import Survey, survey, whole
from dilemmaspel.scenario.findings import Findings
from dilemmaspel.scenario.nodes import MapNode, map_at, maps_of, text_at
from dilemmaspel.scenario.schema import (
    OUTLINE_HEAD,
    ROLES,
    ROLES_HOMES,
    SCENARIO,
    SCENARIO_HOMES,
)
from dilemmaspel.scenario.walk import Walk


def check_scenario(
    root: MapNode, findings: Findings, roles: tuple[Role, ...] | None, folder: Path
) -> None:
    """Note everything that is wrong with a scenario; `roles` None leaves their names unchecked."""
    status = text_at(root, "status")
    if status is not None and status.text == Status.OUTLINE:
        _check_outline(root, findings)
        return
    walk = Walk(findings, homes=SCENARIO_HOMES)
    SCENARIO.check(root, "", walk)
    seen = survey(root, walk, roles, folder)
    check_names(seen)
    check_dilemmas(seen)
    check_rules(seen)
    check_outcomes(seen)
    _check_top(seen)
    check_pictures(walk.groups.get("picture", ()), folder, findings)
    check_paths(seen)


def check_roles(root: MapNode, findings: Findings) -> None:
    """Note everything that is wrong with a roles file."""
    walk = Walk(findings, homes=ROLES_HOMES)
    ROLES.check(root, "", walk)
    check_unique(walk.names.get("role!", ()), findings)
    check_indicators(walk)


def _check_outline(root: MapNode, findings: Findings) -> None:
    """An outline is drafting material: only its head has to be in order."""
    head = {name: entry for name, entry in root.entries.items() if name in OUTLINE_HEAD.keys}
    walk = Walk(findings, homes=SCENARIO_HOMES)
    OUTLINE_HEAD.check(MapNode(head, root.line, root.column), "", walk)
    status = root.entries["status"]
    findings.add(words.OUTLINE, status.value)


def _check_top(seen: Survey) -> None:
    root, findings = seen.root, seen.findings
    if not seen.is_trial:
        if "theme" not in root.entries:
            findings.add(words.NEEDS_THEME, root, known=", ".join(Theme))
        if "endings" not in root.entries:
            findings.add(words.NEEDS_ENDINGS, root)
    check_last_always(seen, maps_of(root.child("endings")), "endings", "when")
    start = map_at(map_at(root, "indicators"), "start")
    for one in DEFAULT_INDICATORS:
        value, place = whole(start, one.id), text_at(start, one.id)
        if value is not None and place is not None and not one.low <= value <= one.high:
            findings.add(
                words.START_OFF_SCALE, place, key=one.id, text=value, low=one.low, high=one.high
            )

"""From a checked tree to the scenario that the game plays.

Only files without errors come here. A stored text is built the same way without its checks,
so that an old log is readable after the rules for authors became stricter.
"""

from collections.abc import Mapping
from fractions import Fraction

from dilemmaspel.game.ids import (
    DilemmaId,
    EndingId,
    IndicatorId,
    PocketId,
    RoleId,
    frozen,
)
from dilemmaspel.game.phases import Phase, minutes_of
from dilemmaspel.game.scenario import (
    DEFAULT_INDICATORS,
    Aftermath,
    Budget,
    Dilemma,
    Ending,
    Indicator,
    Picture,
    Role,
    Scenario,
    Source,
)
from dilemmaspel.game.setup import Profile
from dilemmaspel.game.terms import DeficitPolicy, RoleGroup, Status, Theme
from dilemmaspel.problems import Problem
from dilemmaspel.scenario.build_dilemma import build_condition, build_dilemma, build_picture
from dilemmaspel.scenario.fields import Fields
from dilemmaspel.scenario.nodes import ListNode, MapNode, Scalar
from dilemmaspel.scenario.reader import read_text


class UnreadableScenarioError(ValueError):
    """A stored text is no scenario any more; `problems` tells why, as far as the form goes."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("The stored scenario cannot be read.")
        self.problems = problems


def scenario_from_text(text: str, roles_text: str) -> Scenario:
    """Build a scenario from texts that were loaded before, without checking them again.

    Raises UnreadableScenarioError when one of them is no such text.
    """
    roles = read_text(roles_text, "roles.yaml")
    document = read_text(text, "scenario.yaml")
    broken = roles.findings.has_errors or document.findings.has_errors
    if document.root is None or roles.root is None or broken:
        raise UnreadableScenarioError((*roles.problems, *document.problems))
    try:
        return build_scenario(document.root, build_roles(roles.root))
    except (ValueError, ArithmeticError, LookupError, StopIteration) as error:
        raise UnreadableScenarioError((*roles.problems, *document.problems)) from error


def build_roles(root: MapNode) -> tuple[Role, ...]:
    """Build the roles of a roles file."""
    return tuple(_role(one) for one in Fields(root).each("roles"))


def build_scenario(root: MapNode, roles: tuple[Role, ...]) -> Scenario:
    """Build a scenario; its dilemmas come in the order of `sequence`."""
    fields = Fields(root)
    setting, wanted_roles = fields.group("setting"), fields.group("roles")
    theme = fields.word("theme")
    return Scenario(
        id=fields.word("id") or "",
        version=fields.whole("version", 1),
        language=fields.word("language") or "nl",
        title=fields.name("title"),
        theme=Theme(theme) if theme else None,
        status=fields.choice("status", Status.PLAYABLE),
        dilemmas=_dilemmas(fields),
        roles=roles,
        endings=tuple(_ending(one) for one in fields.each("endings")),
        also=fields.words("also", Theme),
        summary=fields.text("summary"),
        place=setting.text("place"),
        round_unit=setting.text("round_unit", "jaar"),
        learning_goals=fields.texts("learning_goals"),
        sensitivity=fields.texts("sensitivity"),
        required_roles=wanted_roles.words("required", RoleId),
        recommended_roles=wanted_roles.words("recommended", RoleId),
        indicators=_indicators(fields),
        hidden_indicators=frozenset(fields.group("indicators").words("hide", IndicatorId)),
        show_numbers=fields.truth("show_numbers", default=True),
        drift=fields.effects("drift"),
        budget=_budget(fields.group("budget")),
        timing=_timing(fields),
        profiles=_profiles(fields),
        aftermath=_aftermath(fields.group("aftermath")),
        facts=tuple((one.text("text"), one.word("source") or "") for one in fields.each("facts")),
        sources=tuple(_source(one) for one in fields.each("sources")),
        pockets=_pockets(fields),
        cover=_cover(fields),
        guide=fields.text("guide"),
        licence=fields.text("licence"),
    )


def _dilemmas(fields: Fields) -> tuple[Dilemma, ...]:
    built = {one.id: one for one in map(build_dilemma, fields.each("dilemmas"))}
    if fields.node("sequence") is None:
        return tuple(built.values())
    sequence = fields.words("sequence", DilemmaId)
    return tuple(built[one] for one in dict.fromkeys(sequence) if one in built)


def _ending(fields: Fields) -> Ending:
    return Ending(
        id=EndingId(fields.word("id") or ""),
        when=build_condition(fields.node("when")),
        text=fields.text("text"),
    )


def _source(fields: Fields) -> Source:
    return Source(fields.word("id") or "", fields.text("text"))


def _indicators(fields: Fields) -> tuple[Indicator, ...]:
    starts = fields.group("indicators").amounts("start", IndicatorId)
    if not starts:
        return DEFAULT_INDICATORS
    return tuple(
        Indicator(one.id, starts.get(one.id, one.start), one.low, one.high, one.direction)
        for one in DEFAULT_INDICATORS
    )


def _budget(fields: Fields) -> Budget:
    return Budget(
        annual=fields.whole("annual"),
        reserve=fields.whole("reserve"),
        carry_over=fields.exact("carry_over", Fraction(0)),
        deficit_policy=fields.choice("deficit_policy", DeficitPolicy.WARN),
        on_deficit=fields.effects("on_deficit"),
    )


def _aftermath(fields: Fields) -> Aftermath:
    return Aftermath(fields.whole("rounds"), fields.text("title"))


def _timing(fields: Fields) -> Mapping[str, int]:
    """Minutes per phase; the name of a length stands for the minutes of that length."""
    name = fields.word("timing")
    if name is None:
        return fields.amounts("timing", str)
    minutes = {str(phase): minutes_of(phase, Profile(name)) for phase in Phase}
    return frozen({phase: one for phase, one in minutes.items() if one})


def _profiles(fields: Fields) -> Mapping[str, tuple[DilemmaId, ...]]:
    """The dilemmas per profile; `all` stands for the whole sequence."""
    chosen: dict[str, tuple[DilemmaId, ...]] = {}
    group = fields.group("profiles")
    for name, node in group.pairs():
        if isinstance(node, ListNode):
            chosen[name] = group.words(name, DilemmaId)
        elif isinstance(node, Scalar) and node.text == "all":
            chosen[name] = tuple(one.id for one in _dilemmas(fields))
    return frozen(chosen)


def _pockets(fields: Fields) -> Mapping[PocketId, str]:
    group = fields.group("pockets")
    return frozen({PocketId(name): group.text(name) for name, _ in group.pairs()})


def _cover(fields: Fields) -> Picture | None:
    cover = fields.inner("cover")
    return build_picture(cover) if cover else None


def _role(fields: Fields) -> Role:
    name = fields.name("name")
    return Role(
        id=RoleId(fields.word("id") or ""),
        name=name,
        short=fields.text("short", name),
        group=fields.choice("group", RoleGroup.CORE),
        voting=fields.truth("voting", default=True),
        color=fields.word("color") or "slate",
        interest=fields.text("interest"),
        means=fields.texts("means"),
        worries=fields.texts("worries"),
        key_question=fields.text("key_question"),
        red_line=fields.text("red_line"),
        lens=fields.effects("lens"),
    )

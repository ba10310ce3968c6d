"""The map of a scenario in words, for a terminal and for people who do not see the picture."""

from collections.abc import Iterator

from dilemmaspel.game.conditions import Always, Condition
from dilemmaspel.game.ids import DilemmaId, FlagId
from dilemmaspel.game.scenario import Delayed, Dilemma, Ending
from dilemmaspel.scenario.condition_words import condition_words, flags_in
from dilemmaspel.scenario.roadmap import Result, Roadmap, Way, flags_of, results
from dilemmaspel.texts import Texts, mark


def roadmap_text(texts: Texts, of: Roadmap) -> str:
    """Write the whole map as lines of text."""
    return "\n".join(_lines(texts, of)) + "\n"


def summary(texts: Texts, of: Roadmap) -> str:
    """Say in one line how large the scenario is."""
    parts = (
        texts.plural("{n} dilemma", "{n} dilemmas", len(of.scenario.dilemmas)),
        texts.plural("{n} flag", "{n} flags", len(flags_of(of.scenario))),
        texts.plural("{n} ending", "{n} endings", len(of.endings)),
        _paths(texts, of),
    )
    return " · ".join(parts)


def leads_to(texts: Texts, of: Roadmap, source: DilemmaId) -> str:
    """Say where a dilemma leads, and on which choices."""
    ways = [way for way in of.ways if way.source == source]
    return "; ".join(_way(texts, way) for way in ways)


def decided_by(texts: Texts, way: Way) -> str:
    """Say which choice leads this way; empty when it is the only way, or no one choice does."""
    if way.by is None:
        return ""
    either = f" {texts(mark('or'))} ".join(way.options)
    return texts(mark("{dilemma} became {options}"), dilemma=way.by, options=either)


def marks_of(texts: Texts, one: Result) -> tuple[str, ...]:
    """What a choice leaves behind for later: flags set and cleared, and a jump."""
    outcome = one.outcome
    said = [texts(mark("sets {flag}"), flag=flag) for flag in outcome.set_flags]
    said += [texts(mark("clears {flag}"), flag=flag) for flag in outcome.clear_flags]
    if outcome.next is not None:
        said.append(texts(mark("goes to {dilemma}"), dilemma=outcome.next))
    return tuple(said)


def laters_of(texts: Texts, one: Result) -> tuple[str, ...]:
    """What a choice brings years later under a condition; what always comes is left out."""
    held = (later for later in one.outcome.delayed if not isinstance(later.condition, Always))
    return tuple(_later(texts, later) for later in held)


def only_if(texts: Texts, when: Condition) -> str:
    """Say when something is there; empty when it always is."""
    if isinstance(when, Always):
        return ""
    return texts(mark("only if: {what}"), what=condition_words(texts, when))


def ending_words(texts: Texts, of: Roadmap, one: Ending) -> str:
    """Say when an ending is shown, and on how many paths."""
    if isinstance(one.when, Always):
        when = texts(mark("in all other cases"))
    else:
        when = condition_words(texts, one.when)
    number = of.endings[one.id]
    return f"{when} ({texts.plural('on {n} way', 'on {n} ways', number)})"


def flag_words(texts: Texts, of: Roadmap, flag: FlagId) -> str:
    """Say where a flag is set, and where it is asked."""
    setting, asking = ", ".join(_setting(of, flag)), ", ".join(_asking(of, flag))
    if not asking:
        return texts(mark("set by {setting}; nobody asks for it"), setting=setting)
    return texts(mark("set by {setting}; asked by {asking}"), setting=setting, asking=asking)


def _lines(texts: Texts, of: Roadmap) -> Iterator[str]:
    yield of.scenario.title
    yield summary(texts, of)
    for number, row in enumerate(of.rows, 1):
        for place, name in enumerate(row):
            yield ""
            head = f"{number}. " if not place else texts(mark("{n}. or "), n=number)
            yield from _dilemma(texts, of, of.dilemma(name), head)
    yield ""
    yield texts(mark("Endings; the first that fits is shown:"))
    for one in of.scenario.endings:
        yield f"   {one.id}: {ending_words(texts, of, one)}"
    yield from _flags(texts, of)


def _dilemma(texts: Texts, of: Roadmap, dilemma: Dilemma, head: str) -> Iterator[str]:
    when = only_if(texts, dilemma.when)
    yield f"{head}{dilemma.id}: {dilemma.title}" + (f" ({when})" if when else "")
    for one in results(dilemma):
        name = one.name or texts(mark("shares"))
        extra = (*_own_when(texts, dilemma, one), *marks_of(texts, one))
        yield f"   {name}: {one.label}" + (f" [{', '.join(extra)}]" if extra else "")
        for later in laters_of(texts, one):
            yield f"      {later}"
    yield f"   → {leads_to(texts, of, dilemma.id)}"


def _own_when(texts: Texts, dilemma: Dilemma, one: Result) -> tuple[str, ...]:
    if one.place < 0:
        return ()
    when = only_if(texts, dilemma.options[one.place].when)
    return (when,) if when else ()


def _way(texts: Texts, way: Way) -> str:
    target = way.target or texts(mark("the end"))
    decided = decided_by(texts, way)
    return f"{target} ({decided})" if decided else target


def _later(texts: Texts, later: Delayed) -> str:
    what = condition_words(texts, later.condition)
    years = texts.plural("after {n} year", "after {n} years", later.after)
    if later.else_effects or later.else_news:
        return texts(mark("{years}, one of two: {what}"), years=years, what=what)
    return texts(mark("{years}, only if: {what}"), years=years, what=what)


def _paths(texts: Texts, of: Roadmap) -> str:
    if of.is_whole:
        return texts.plural("{n} way through", "{n} ways through", of.paths)
    return texts(mark("more than {n} ways through"), n=of.paths)


def _flags(texts: Texts, of: Roadmap) -> Iterator[str]:
    flags = flags_of(of.scenario)
    if flags:
        yield ""
        yield texts(mark("Flags:"))
    for flag in flags:
        yield f"   {flag}: {flag_words(texts, of, flag)}"


def _setting(of: Roadmap, flag: FlagId) -> Iterator[str]:
    for dilemma in of.scenario.dilemmas:
        for one in results(dilemma):
            if flag in one.outcome.set_flags:
                yield f"{dilemma.id}.{one.name}" if one.name else dilemma.id


def _asking(of: Roadmap, flag: FlagId) -> Iterator[str]:
    for dilemma in of.scenario.dilemmas:
        if flag in flags_in(dilemma.when):
            yield dilemma.id
        for one in results(dilemma):
            own = dilemma.options[one.place].when if one.place >= 0 else Always()
            later = (delayed.condition for delayed in one.outcome.delayed)
            if any(flag in flags_in(condition) for condition in (own, *later)):
                yield f"{dilemma.id}.{one.name}" if one.name else dilemma.id
    yield from (one.id for one in of.scenario.endings if flag in flags_in(one.when))

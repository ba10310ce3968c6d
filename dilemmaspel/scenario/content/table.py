"""The figures of scenarios as a table: for a terminal, and as the page for authors."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from dilemmaspel.game.ids import RoleId
from dilemmaspel.scenario.content.figures import Figures
from dilemmaspel.texts import Texts, mark

_NONE: Final = "–"


class _Column(NamedTuple):
    """A figure with its name and what it should be."""

    name: str
    bar: str
    cell: Callable[[Figures], str | Decimal]


def _percent(part: int, whole: int) -> str:
    return f"{part} ({100 * part // whole}%)" if whole else _NONE


def _money(one: Figures) -> str:
    return _NONE if one.is_trial else _percent(one.deficits, one.paths)


def _best_for_a_role(one: Figures) -> str:
    return _NONE if one.is_trial else f"{one.options - one.lens_gaps} / {one.options}"


def _endings(one: Figures) -> str:
    return ", ".join(f"{name} {count}" for name, count in one.endings.items()) or _NONE


def _most(most: tuple[RoleId, float] | None) -> str:
    return f"{most[0]} {int(most[1] * 100)}%" if most else _NONE


_COLUMNS: Final = (
    _Column(mark("dilemmas"), "", lambda one: str(one.dilemmas)),
    _Column(
        mark("ways through"),
        mark("all of them end"),
        lambda one: f"{one.paths}{'' if one.all_paths else '+'}",
    ),
    _Column(mark("ways per ending"), mark("every ending at least 1"), _endings),
    _Column(
        mark("money runs short"),
        mark("at least 10% with the theme funding"),
        _money,
    ),
    _Column(
        mark("options best for a role"),
        mark("all, except in points"),
        _best_for_a_role,
    ),
    _Column(mark("most often best off"), mark("below 90%"), lambda one: _most(one.best)),
    _Column(mark("most often worst off"), mark("below 90%"), lambda one: _most(one.worst)),
    _Column(
        mark("words per sentence"),
        mark("9 or less on average"),
        lambda one: Decimal(f"{one.mean_sentence:.1f}"),
    ),
    _Column(mark("longest sentence"), mark("20 or less"), lambda one: str(one.longest_sentence)),
    _Column(
        mark("words per story"),
        mark("41 to 90"),
        lambda one: f"{one.shortest_story}–{one.longest_story}",
    ),
    _Column(mark("sources"), mark("each one used"), lambda one: str(one.sources)),
)


def _written(column: _Column, one: Figures, texts: Texts) -> str:
    cell = column.cell(one)
    return cell if isinstance(cell, str) else texts.number(cell, 1)


def table(figures: Iterable[Figures], texts: Texts) -> str:
    """Write the figures for a terminal, scenario by scenario."""
    width = max(len(texts(column.name)) for column in _COLUMNS)
    blocks = []
    for one in figures:
        lines = [f"{one.title} ({one.id})"]
        for column in _COLUMNS:
            bar = f"   [{texts(column.bar)}]" if column.bar else ""
            lines.append(f"  {texts(column.name):<{width}}  {_written(column, one, texts)}{bar}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""


_INTRODUCTION: Final = """\
# The scenarios in figures

This page is written by `make scenario-figures` from the scenarios themselves: every way through
every scenario is walked, with its aftermath. `dilemmaspel check scenarios --content --verbose`
shows the same figures, and `dilemmaspel check scenarios --content` tells with a line and a way to
mend it what misses its bar.

* **Ways through**: rankings go by their winners, approvals by every set they allow, points by
  samples (eight divisions over five options).
* **Options best for a role**: seen through its lens, averaged over all ways, right after the
  decision or at the end. Points are left out, since mixtures are meant to win.
* **Most often best or worst off**: the roles are compared by their lenses at the end, against
  doing nothing on the same way. Nobody should win or lose whatever the group chooses.
* **Words** are those of participants and facilitator together; the sources are not counted.

A trial teaches how to vote and has only words to look at.
"""


def page(figures: Iterable[Figures], texts: Texts) -> str:
    """Write the page `docs/scenarios.md`."""
    told = sorted(figures, key=lambda one: (one.is_trial, one.id))
    bars = [texts(column.bar) if column.bar else "" for column in _COLUMNS]
    rows = [
        ["", *(texts(column.name) for column in _COLUMNS)],
        ["---"] * (len(_COLUMNS) + 1),
        [f"*{texts(mark('should be'))}*", *(f"*{bar}*" if bar else "" for bar in bars)],
        *([f"`{one.id}`", *(_written(column, one, texts) for column in _COLUMNS)] for one in told),
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([_INTRODUCTION, *lines, ""])

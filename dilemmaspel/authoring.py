"""The commands for people who write scenarios: schema, new, preview and map."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dilemmaspel.texts import LANGUAGES, Texts, texts_here
from dilemmaspel.theme import THEMES

if TYPE_CHECKING:
    from dilemmaspel.game.scenario import Scenario

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option("--roles", is_flag=True, help="Of roles.yaml instead of scenario.yaml.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the explanations.")
def schema(*, roles: bool, language: str | None) -> None:
    """Print a JSON Schema, for editors that complete and explain keys."""
    from dilemmaspel.scenario.json_schema import roles_schema, scenario_schema, written

    texts = Texts(language) if language else texts_here()
    made = roles_schema(texts) if roles else scenario_schema(texts)
    sys.stdout.write(written(made))


@click.command()
@click.argument("name")
@click.option("--folder", type=_FOLDER, help="Where to make it; default: your own scenarios.")
def new(name: str, folder: Path | None) -> None:
    """Make a scenario to start from, with a comment at every part."""
    from dilemmaspel.paths import own_scenarios_dir
    from dilemmaspel.scenario.starting import new_scenario

    t = texts_here()
    file = new_scenario(name, folder or own_scenarios_dir(), t)
    click.echo(t("Here is your scenario: {file}", file=file))


@click.command()
@click.argument("scenario")
@click.option("--dilemma", metavar="ID", help="Which dilemma; default: the first.")
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True)
def preview(scenario: str, dilemma: str | None, theme: str) -> None:
    """Show a dilemma as the room will see it, and again whenever its file is saved."""
    from dilemmaspel.launch import run_preview
    from dilemmaspel.paths import scenario_folders
    from dilemmaspel.scenario.library import find

    file = find(scenario, *scenario_folders())
    sys.exit(run_preview(file, dilemma, theme, texts_here()))


@click.command("map")
@click.argument("scenario")
@click.option("-o", "--out", "file", type=_FILE, help="An .svg or .png; default: its id, as svg.")
@click.option("--text", "as_text", is_flag=True, help="Print it in words instead.")
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True)
def draw_map(scenario: str, file: Path | None, theme: str, *, as_text: bool) -> None:
    """Draw the ways through a scenario: dilemmas, branches, flags and endings."""
    from dilemmaspel.scenario.roadmap import roadmap
    from dilemmaspel.scenario.roadmap_text import roadmap_text

    t = texts_here()
    of = roadmap(_playable(scenario, t))
    if as_text:
        sys.stdout.write(roadmap_text(t, of))
        return
    from dilemmaspel.desktop.figures.roadmap_files import ready_to_draw, write_roadmap
    from dilemmaspel.theme import load_theme

    _kept = ready_to_draw()
    target = file or Path(f"{of.scenario.id}.svg")
    write_roadmap(of, load_theme(theme), t, target)
    click.echo(t("Here is the map: {file}", file=target))


def _playable(argument: str, texts: Texts) -> "Scenario":
    """Load a scenario; tells what is wrong and stops when it cannot be played."""
    from dilemmaspel.paths import scenario_folders
    from dilemmaspel.scenario.library import find, load

    loaded = load(find(argument, *scenario_folders()))
    if loaded.scenario is None:
        click.echo("\n\n".join(one.text(texts) for one in loaded.problems), err=True)
        sys.exit(1)
    return loaded.scenario


AUTHORING = (schema, new, preview, draw_map)

"""The commands for people who write scenarios: schema, new, preview and map."""

import sys
from pathlib import Path

import click

from dilemmaspel.texts import LANGUAGES, Texts, texts_here

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

    texts = texts_here()
    file = new_scenario(name, folder or own_scenarios_dir(), texts)
    click.echo(texts("Here is your scenario: {file}", file=file))


AUTHORING = (schema, new)

"""The commands. Whatever can be done without a window can be done from here.

Heavy parts are imported by the command that needs them, so that the window starts fast. Exit
codes: 0 fine, 1 the answer is no, 2 wrong use. A person never sees a traceback.
"""

import io
import sys
from pathlib import Path
from typing import Any, Final, Literal, NoReturn

import click

from dilemmaspel import __version__
from dilemmaspel.authoring import AUTHORING
from dilemmaspel.texts import texts_here

ANSWER_IS_NO: Final = 1
WRONG_USE: Final = 2

_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path)
_PEOPLE = click.IntRange(1, 2000)
_SECONDS = click.FloatRange(0, min_open=True)


def _fail(message: str, code: int = WRONG_USE) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)


def _tell_bug() -> NoReturn:
    """Keep what went wrong for who mends it, and tell it in a sentence."""
    import traceback

    from dilemmaspel.paths import log_dir

    t, file = texts_here(), log_dir() / "dilemmaspel.log"
    with file.open("a", encoding="utf-8") as log:
        traceback.print_exc(file=log)
    _fail(t("Something went wrong in the program. What happened stands in {file}.", file=file), 1)


class _Plain(click.Group):
    """Turns every trouble of the environment into a plain sentence."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Write what the output cannot show as a code, as on a console that knows few letters."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        from dilemmaspel.problems import EnvironmentTrouble, reason_of

        try:
            return super().invoke(ctx)
        except EnvironmentTrouble as trouble:
            _fail(trouble.message_in(texts_here()))
        except KeyboardInterrupt:
            _fail(texts_here()("Stopped."), ANSWER_IS_NO)
        except BrokenPipeError:
            sys.exit(ANSWER_IS_NO)
        except OSError as error:
            name, why = error.filename or "", reason_of(error)
            _fail(
                texts_here()("This cannot be read or written: {name} ({why}).", name=name, why=why)
            )
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except Exception:  # noqa: BLE001 - the last edge: a person never sees a traceback
            _tell_bug()


@click.group(cls=_Plain, invoke_without_command=True)
@click.version_option(__version__, prog_name="dilemmaspel")
@click.option("--db", type=_FILE, help="The log file; default: in your data folder.")
@click.option("--scenarios", type=_ANY, help="Folder with scenarios; default: those shipped.")
@click.option("--windowed", is_flag=True, help="Keep the beamer in a window of its own.")
@click.option("--self-test", is_flag=True, help="Build every window once, say so, and stop.")
@click.pass_context
def main(
    ctx: click.Context, db: Path | None, scenarios: Path | None, *, windowed: bool, self_test: bool
) -> None:
    """Play dilemma sessions with a room: one laptop, one beamer, no internet."""
    if ctx.invoked_subcommand is not None:
        return
    from dilemmaspel.app import Options
    from dilemmaspel.launch import run

    sys.exit(run(Options(db=db, scenarios=scenarios, windowed=windowed, self_test=self_test)))


@main.command()
@click.argument("paths", nargs=-1, required=True, type=_ANY)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--content", is_flag=True, help="Also: is it fair, and easy to read?")
@click.option("--verbose", is_flag=True, help="With --content: show the figures.")
def check(
    paths: tuple[Path, ...], form: Literal["text", "json"], *, content: bool, verbose: bool
) -> None:
    """Check scenario files, roles files, session packs (zip), or folders of scenarios."""
    from dilemmaspel.scenario.command import run_check, run_content

    if content or verbose:
        sys.exit(run_content(paths, form, sys.stdout, texts_here(), verbose=verbose))
    sys.exit(run_check(paths, form, sys.stdout, texts_here()))


@main.command()
@click.argument("scenario")
@click.option("--participants", type=_PEOPLE, default=12, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--picks", type=_FILE, help="YAML: dilemma id -> what the group chooses.")
@click.option("--db", type=_FILE, help="Log the session in this file.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--via", type=click.Choice(["phones"]), help="Let them vote over HTTP, as phones do.")
@click.option("--scenarios", type=_ANY, help="Folder with scenarios; default: those shipped.")
def simulate(
    scenario: str,
    participants: int,
    seed: int,
    picks: Path | None,
    db: Path | None,
    *,
    as_json: bool,
    via: str | None,
    scenarios: Path | None,
) -> None:
    """Play a whole session with simulated participants."""
    from dilemmaspel.simulate_command import Wish, run_simulate

    wish = Wish(
        scenario,
        participants,
        seed,
        picks,
        db,
        scenarios,
        as_json=as_json,
        via_phones=via == "phones",
    )
    sys.exit(run_simulate(wish, sys.stdout, sys.stderr, texts_here()))


@main.command()
@click.argument("scenario", required=False)
@click.option("--resume", metavar="SESSION", help="Go on with a session in the log.")
@click.option("--db", type=_FILE, help="The log file; default: in your data folder.")
@click.option("--participants", type=_PEOPLE, default=12, show_default=True)
@click.option("--expect", type=_PEOPLE, help="People to make room for; default: participants.")
@click.option("--bind", default="", help="The address to listen on; default: the best one.")
@click.option("--port", type=click.IntRange(0, 65535), help="The first port to try; 0: any.")
@click.option("--allow-host", "hosts", multiple=True, help="A name this laptop is also known by.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--seconds-open", type=_SECONDS, help="Close a vote after so long; default: never.")
@click.option("--linger", type=click.FloatRange(0), default=3, help="Seconds served after the end.")
@click.option("--scenarios", type=_ANY, help="Folder with scenarios; default: those shipped.")
@click.pass_context
def host(ctx: click.Context, /, **asked: Any) -> None:
    """Lead a session for phones, without a window; tells it as JSON lines."""
    from dilemmaspel.host_command import run_host, wish_of

    if not asked["scenario"] and not asked["resume"]:
        raise click.UsageError(texts_here()("Name a scenario, or a session to --resume."), ctx)
    texts = texts_here()
    wish = wish_of(asked, _log_file(asked["db"]), texts.language)
    sys.exit(run_host(wish, sys.stdout, sys.stderr, texts))


@main.command()
@click.option("--db", type=_FILE, help="The log file; default: in your data folder.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def sessions(db: Path | None, *, as_json: bool) -> None:
    """List the sessions in a log."""
    from dilemmaspel.storage.command import run_sessions

    sys.exit(run_sessions(_log_file(db), sys.stdout, texts_here(), as_json=as_json))


@main.command()
@click.argument("session", required=False)
@click.option("-o", "output", type=_FILE, required=True, help="html, pdf, xlsx, zip or json.")
@click.option("--all", "everything", is_flag=True, help="Every session: xlsx, zip or json.")
@click.option("--practice", is_flag=True, help="With --all: rehearsals too.")
@click.option("--db", type=_FILE, help="The log file; default: in your data folder.")
@click.pass_context
def report(
    ctx: click.Context,
    session: str | None,
    output: Path,
    db: Path | None,
    *,
    everything: bool,
    practice: bool,
) -> None:
    """Make a report of SESSION: an id, the beginning of one, or `latest`."""
    from dilemmaspel.report_command import Wish, run_report

    if (session is None) is not everything:
        raise click.UsageError(texts_here()("Name one session, or ask for --all."), ctx)
    wish = Wish(session, output, _log_file(db), practice)
    sys.exit(run_report(wish, sys.stdout, sys.stderr, texts_here()))


@main.command()
@click.argument("file", type=_FILE)
def verify(file: Path) -> None:
    """Check that a log is whole: its chain, and that its tables equal its events."""
    from dilemmaspel.storage.command import run_verify

    sys.exit(run_verify(file, sys.stdout, texts_here()))


for _command in AUTHORING:
    main.add_command(_command)


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--into", required=True, type=_FILE, help="The log that takes the sessions in.")
def merge(files: tuple[Path, ...], into: Path) -> None:
    """Bring the logs of several laptops together; doing it again changes nothing."""
    from dilemmaspel.storage.command import run_merge

    sys.exit(run_merge(files, into, sys.stdout, sys.stderr, texts_here()))


def _log_file(db: Path | None) -> Path:
    from dilemmaspel.paths import log_file
    from dilemmaspel.settings import load_settings

    return db or load_settings().settings.folder / log_file().name

"""`selaras review` and `selaras decisions`: judge on a page; what was decided."""

from __future__ import annotations

import json
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from align.cli import app
from align.cli.bench import bench
from align.cli.console import say, say_json
from align.cli.options import AsJson, Language
from align.cli.outputs import JUDGED, Force, say_where
from align.errors import InputError
from align.writing import demand_place, whole_file, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.model import Bead, Flag, Review


@app.command()
def review(
    folder: Annotated[Path, typer.Argument(
        help="A folder that 'selaras check' wrote, or a folder of such folders.")],
    by: Annotated[str, typer.Option(
        "--as", help="The reviewer's name; the user of this computer without it.")] = "",
    sample: Annotated[int, typer.Option(
        "--sample", min=0, help="Put so many pairs of each article that have no flag in for "
                                "judging, to hear of misses too.")] = 0,
    browser: Annotated[bool, typer.Option(
        "--browser/--no-browser", help="Open the page in the browser.")] = True,
    language: Language = "en",
) -> None:
    """Judge the flags on a page of this computer; decisions are kept in DIR/decisions/."""
    from align.report.reviewing import pages
    from align.review.receiving import reviewer
    from align.review.server import serve
    from align.review.shelf import Shelf

    shelf = Shelf(folder, reviewer(by), _recheck, sample)
    server, guard = serve(shelf, pages(language))
    say(f"Reviewing as {shelf.by}: {guard.address}\nCtrl-C stops.")
    sys.stdout.flush()
    if browser:
        webbrowser.open(guard.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("\nStopped. What the page said to be saved is in "
            f"{folder}{'' if shelf.places == ('',) else '/*'}/decisions.")
    finally:
        server.server_close()


@app.command()
def decisions(
    what: Annotated[list[str], typer.Argument(
        metavar="DIR | add FILE…", help="A folder of reviews; or 'add' and files that a page "
                                         "saved.")],
    to: Annotated[Path, typer.Option(
        "--to", help="With add: the folder with the reviews that the files are about.")] = Path(),
    as_json: AsJson = False,
    note: Annotated[bool, typer.Option(
        "--note", help="Write the corrections for the editor: note.md and note.csv beside each "
                       "review.json.")] = False,
    judged: Annotated[Path | None, typer.Option(
        "--judged", help="Write the judged flags as JSON lines, to learn from.")] = None,
    by: Annotated[str, typer.Option("--as", help="Whose note; needed if several judged.")] = "",
    language: Language = "id",
    force: Force = False,
) -> None:
    """What reviewers decided; or take in decisions made on a mailed page."""
    if what[0] == "add":
        _add([Path(name) for name in what[1:]], to)
        return
    if len(what) > 1:
        raise InputError("Name one folder, or 'add' and the files that a page saved.")
    folder = Path(what[0])
    if note:
        _note(folder, by, language)
    elif judged is not None:
        from align.review.learning import as_judged, judged_flags

        demand_place(judged, JUDGED, force=force)
        lines = as_judged(list(judged_flags(folder)))
        write_whole(judged, "".join(json.dumps(line, ensure_ascii=False) + "\n"
                                    for line in lines))
        say_where(f"{len(lines)} judged flags in {judged}", judged)
    else:
        from align.review.state import state, told

        found = state(folder)
        if as_json:
            say_json(found)
        else:
            say(told(found))


@bench.command("reviews")
def bench_reviews(
    folder: Annotated[Path, typer.Argument(help="A folder of reviews that people judged.")],
    as_json: AsJson = False,
) -> None:
    """How often flags are true, by severity and check, and what was missed; 95 % intervals."""
    from dataclasses import asdict

    from align.review.learning import judged_flags, misses, precision

    found, missed = precision(word for _, _, word in judged_flags(folder)), misses(folder)
    if as_json:
        typer.echo(json.dumps({"precision": [asdict(each) for each in found],
                               "misses": asdict(missed)}))
        return
    for each in found:
        typer.echo(f"{each.kind or 'all':14} {each.precision:.2f} ({each.low:.2f}–{each.high:.2f})"
                   f"  {each.true} of {each.flags} true")
    typer.echo(f"without a flag, {missed.wrong} of {missed.pairs} judged pairs are wrong "
               f"({missed.low:.2f}–{missed.high:.2f})")


def _add(files: list[Path], to: Path) -> None:
    from align.review.taking import take_in

    if not files:
        raise InputError("Name the files that a page saved: selaras decisions add FILE --to DIR.")
    for file in files:
        taken = take_in(file, to)
        whose = ", ".join(f"{count} of {by}" for by, count in taken.new.items()) or "none"
        say(f"{file}: new decisions: {whose}; known already: {taken.known}; "
            f"about no review in {to}: {taken.homeless}")


def _note(root: Path, by: str, language: str) -> None:
    from align.review.folder import reviews_in
    from align.review.note import noted

    for folder in reviews_in(root):
        texts = noted(folder, by, language)
        for name, text in texts.items():
            with whole_file(folder / name) as part:
                part.write_text(text, encoding="utf-8-sig" if name.endswith("csv") else "utf-8",
                                newline="")
            say(folder / name)


def _recheck(review: Review, beads: Sequence[Bead]) -> Sequence[Flag]:
    from align.analysis import Tools
    from align.encoders import load
    from align.pipeline import Settings
    from align.placing import find_flags
    from align.tagger.run import ready

    return find_flags(review.original, review.rewrite, beads, Tools(load(), ready()),
                      Settings().decision)[0]

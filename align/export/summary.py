"""A page that tells what was exported: counts and charts, in one file, without a script."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from align.export.tally import BINS, Tally, flag_table
from align.model import SEVERITIES
from align.writing import demand_place, write_whole

if TYPE_CHECKING:
    from align.export import Exported


_MARK = b'<meta name="generator" content="Selaras">'


def write_summary(tally: Tally, done: Exported, path: Path, *, force: bool = True) -> None:
    """Write the page of an export.

    Raises:
        OutputError: the path cannot be written, or, without `force`, holds something else.
    """
    demand_place(path, _MARK, force=force)
    write_whole(path, summary_page(tally, done))


def summary_page(tally: Tally, done: Exported) -> str:
    """The page as HTML."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True,
        trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    charts = [
        ("Probability that the alignment is right", bars(tally.scores), edges(1.0)),
        ("Probability that nothing needs mending", bars(tally.faithful), edges(1.0)),
        ("Length of the target over the source, matches", bars(tally.ratios), edges(2.0)),
    ]
    return environment.get_template("summary.html.jinja").render(
        tally=tally, done=done, charts=charts, severities=SEVERITIES,
        flags=flag_table(tally.flags, SEVERITIES))


def bars(counts: Sequence[int]) -> list[tuple[int, float]]:
    """Counts with their heights, 0 to 1."""
    top = max(counts, default=0) or 1
    return [(count, count / top) for count in counts]


def edges(top: float) -> list[str]:
    """Lower edges of the bins from 0 to `top`."""
    return [f"{top * number / BINS:.1f}" for number in range(BINS)]

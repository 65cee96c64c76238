"""`selaras train …`: rebuild what ships, from data the user names."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from align.cli import app
from align.cli.compare import EncoderName

train = typer.Typer(no_args_is_help=True, help="Rebuild the parts that are learned from data.")
app.add_typer(train, name="train")


@train.command("aligner")
def train_aligner(
    cases: Annotated[Path, typer.Argument(help="JSON lines with source, target and gold beads.")],
    without: Annotated[str, typer.Option(
        "--without", help="Evidence to leave out, with commas between, for an ablation.")] = "",
    encoder: EncoderName = "bundled",
) -> None:
    """Fit the aligner's weights and print them as they stand in aligner/settings.py."""
    from align.aligner import AlignerSettings
    from align.bench.alignment import read_cases
    from align.bench.fit import Fitter, written
    from align.encoders import load

    left_out = [name.strip() for name in without.split(",") if name.strip()]
    fitted = Fitter(list(read_cases(cases)), load(encoder), AlignerSettings())
    for line in written(fitted.fit(lambda case: True, left_out)):
        typer.echo(line)

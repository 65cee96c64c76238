"""A command line that cannot be understood, as one sentence with the nearest right word."""

from __future__ import annotations

import re
from typing import Any

import typer

# typer carries its parser's classes in different places from version to version.
USAGE: type[Exception] = typer.BadParameter.__mro__[1]

_NEAREST = re.compile(r"[.,;]? ?\(?(?:Did you mean(?: one of)?|Possible options):? (.+?)\)?[?.]*$")
_NOISE = ((re.compile("Value error, "), ""), (re.compile("Input should be"), "it should be"),
          (re.compile(", unable to parse.*$"), ""))


def wanted_help(error: Any) -> str | None:
    """The help of a group of commands that was called without one; None for other faults."""
    return str(error.format_message()) if type(error).__name__ == "NoArgsIsHelpError" else None


def sentence(error: Any) -> str:
    """What is wrong and how to mend it: `No such option: --orignal; did you mean --original?`"""
    said = " ".join(str(error.format_message()).split())
    near = _NEAREST.search(said)
    if near:
        return f"{said[:near.start()].rstrip('. ')}; did you mean {near[1].rstrip('?. ')}?"
    for noise, instead in _NOISE:
        said = noise.sub(instead, said)
    command = error.ctx.command_path if getattr(error, "ctx", None) else "selaras"
    return f"{said.rstrip('. ')}; '{command} --help' tells more."

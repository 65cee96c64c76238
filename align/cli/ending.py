"""How a command ends: done, done with flags, or with one sentence on what went wrong.

Exit codes: 0 done, 1 flags at or above --fail-on, 2 bad input, usage or any fault, 130 Ctrl-C.
Nothing else, and no traceback, unless the variable SELARAS_TRACEBACK asks for one.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

import typer

from align.cli import console, usage
from align.errors import SelarasError

FAULT, STOPPED = 2, 130
_MOMENT = 0.01  # seconds
LEAST_MEMORY = 900 << 20  # bytes of address space, which a short check fills


class Terminated(BaseException):
    """The system asks to stop: unwinds like Ctrl-C, so that half-written files are removed."""


def run(app: Callable[..., Any]) -> int:
    """Run the command line and return its exit code; a fault is told in one line on stderr."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        if signal.getsignal(number) is signal.SIG_DFL:  # nohup has it ignored, and so it stays
            signal.signal(number, _terminate)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    try:
        console.prepare()
        _demand_memory()
        code = app(prog_name="selaras", standalone_mode=False)
        sys.stdout.flush()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left to do takes no time
    except BaseException as error:
        code = _ended(error)
    if code == STOPPED:
        _tell("stopped.")
    return code if isinstance(code, int) else 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Ctrl-C, but not in the midst of the importer's own code, which would keep its lock for ever.

    There it is put off for a moment.
    """
    if (frame is not None and frame.f_code.co_filename.startswith("<frozen importlib")
            and hasattr(signal, "setitimer")):
        signal.signal(signal.SIGALRM, _interrupt)
        signal.setitimer(signal.ITIMER_REAL, _MOMENT)
        return
    raise KeyboardInterrupt


def _demand_memory() -> None:
    """Refuse a limit in which the libraries' own code, in C, ends the process by itself."""
    try:
        from resource import RLIMIT_AS, getrlimit
    except ImportError:  # not a Unix
        return
    limit = getrlimit(RLIMIT_AS)[0]
    if 0 <= limit < LEAST_MEMORY:
        raise SelarasError(f"Selaras needs {LEAST_MEMORY >> 20} MB of address space and may use "
                           f"{limit >> 20}; raise the limit with 'ulimit -v'.")


def _ended(error: BaseException) -> int:
    """The exit code for what stopped a command, after telling of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left to do takes no time
    if os.environ.get("SELARAS_TRACEBACK"):
        raise error
    if isinstance(error, BrokenPipeError):  # the reader went away, as `head` does
        _mute()
        return 0
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return STOPPED
    if isinstance(error, Terminated):
        _die(int(error.args[0]))
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else FAULT if error.code else 0
    if isinstance(error, usage.USAGE) and (shown := usage.wanted_help(error)):
        typer.echo(shown, err=True)
    else:
        _tell(_sentence(error))
    return FAULT


def _sentence(error: BaseException) -> str:
    if isinstance(error, SelarasError):
        return str(error)
    if isinstance(error, usage.USAGE):
        return usage.sentence(error)
    if isinstance(error, MemoryError):
        return "this input needs more memory than there is; give it in smaller parts."
    if isinstance(error, OSError):
        where = error.filename or "Reading or writing failed"
        return f"{where}: {error.strerror or error}; check that place, its rights and its room."
    said = " ".join(str(error).split())[:300]
    return (f"this is a fault of Selaras ({type(error).__name__}: {said}); please report it, with "
            "what SELARAS_TRACEBACK=1 shows.")


def _tell(message: str) -> None:
    with suppress(OSError, ValueError):  # nobody can be told where stderr is closed or full
        sys.stdout.flush()
    with suppress(OSError, ValueError):
        console.say(f"selaras: {' '.join(message.split())}", err=True)
        return
    _mute()


def _mute() -> None:
    """Lead the standard streams to nowhere, so that what is left in them fails no more."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
            continue
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _terminate(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise Terminated(number)


def _die(number: int) -> None:
    """End by the signal itself, as whoever sent it expects."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)

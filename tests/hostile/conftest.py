"""A command in a process of its own, with a limit on its time and its memory."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 10, 1024
_SLOWEST = 300  # seconds on a clock; on a busy machine it says little of the command


@dataclass(frozen=True)
class Ended:
    """How a command ended. `told` is what it said on standard error."""

    code: int
    out: bytes
    told: str

    def one_sentence(self) -> str:
        assert (self.code, self.told.count("\n")) == (2, 1), self.told
        assert self.told.startswith("selaras: ")
        return self.told


Run = Callable[..., Ended]
# Runs a command and writes its seconds and kilobytes: the peak of a child begins at its parent's,
# so the parent must be small.
_WATCH = """
import json, resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as told:
    json.dump([used.ru_utime + used.ru_stime, used.ru_maxrss], told)
sys.exit(code if code >= 0 else 128 - code)
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `selaras` in a fresh folder: ends by itself, in time and room, without a traceback.

    Args of the function:
        asked: the arguments.
        limit: what a shell does before, such as "ulimit -f 8".
        seconds: of the processor.
    """
    def run(*asked: str | bytes, stdin: bytes = b"", limit: str = ":", seconds: float = SECONDS,
            megabytes: int = MEGABYTES, **environment: str) -> Ended:
        with (tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err,
              tempfile.NamedTemporaryFile() as usage):
            process = subprocess.Popen(
                [sys.executable, "-c", _WATCH, usage.name, "bash", "-c", f'{limit}; exec "$@"', "-",
                 sys.executable, "-m", "align", *asked],
                cwd=tmp_path, stdin=subprocess.PIPE, stdout=out, stderr=err,
                env=os.environ | {"PYTHONPATH": str(ROOT)} | environment)
            assert process.stdin is not None
            try:
                process.stdin.write(stdin)
                process.stdin.close()
            except BrokenPipeError:
                pass
            process.wait()
            used, kilobytes = json.loads(Path(usage.name).read_text())
            out.seek(0)
            err.seek(0)
            ended = Ended(process.returncode, out.read(), err.read().decode("utf-8", "replace"))
        assert "Traceback" not in ended.told, ended.told
        assert ended.code in (0, 1, 2), ended
        assert used < seconds
        assert kilobytes / 1024 < megabytes
        return ended

    return run

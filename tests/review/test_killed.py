"""Two reviewers write at once and are killed again and again: what was said saved is there."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from align.review import fold, read

HERE = Path(__file__).parent
DECISIONS, KILLS = 2000, 20
AT_ONCE = 40  # decisions heard of, at most, before a kill: its moment, however fast the disk

WRITER = """
import sys
from pathlib import Path
from align.review.events import Event, now
from align.review.journal import Writer
folder, by, first, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
writer = Writer(folder, by)
for n in range(first, last):
    writer.append([Event(id=f"{by}.{n}", at=now(), by=by, pair="p", verb="verdict",
                         value="true", flag=f"f{n}", shown={"en": "x" * 300})])
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
"""


def test_two_reviewers_killed_at_twenty_random_moments(tmp_path):
    chance = random.Random(7)
    said = dict.fromkeys(("Sari", "Budi"), 0)  # decisions that were said to be saved
    cut = 0  # kills that came before a writer was done
    for _ in range(KILLS // 2):
        running = {by: start(tmp_path, by, n) for by, n in said.items()}
        begun = {by: "".join(process.stdout.readline() for _ in range(chance.randint(1, AT_ONCE)))
                 for by, process in running.items()}
        for by, process in running.items():
            os.kill(process.pid, signal.SIGKILL)
            heard = (begun[by] + process.communicate()[0]).split("\n")[:-1]
            said[by] = int(heard[-1]) + 1 if heard else said[by]
        cut += sum(count < DECISIONS for count in said.values())
        opinions = fold(read(tmp_path).events)
        for by, count in said.items():
            kept = opinions[by].flags if by in opinions else {}
            assert all(f"f{n}" in kept for n in range(count))
    for process in [start(tmp_path, by, n) for by, n in said.items()]:
        process.communicate()
    assert cut >= KILLS // 2
    events = read(tmp_path).events
    assert len(events) == len({(e.by, e.id) for e in events}) == 2 * DECISIONS
    assert fold(reversed(events)) == fold(events)
    assert [len(opinion.flags) for opinion in fold(events).values()] == [DECISIONS, DECISIONS]


def start(folder: Path, by: str, first: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), by, str(first), str(DECISIONS)],
        stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})

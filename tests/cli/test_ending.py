"""How commands end: exit codes, one sentence, streams that are closed, full or of another world."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REWRITE = str(ROOT / "data" / "demo" / "rewrite.id.txt")
ORIGINAL = str(ROOT / "data" / "demo" / "original.en.txt")
SELARAS = f'"{sys.executable}" -m align'
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def shell(line: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["bash", "-c", line.replace("selaras", SELARAS, 1)], cwd=cwd,
                          capture_output=True, check=False, timeout=60, env=ENVIRONMENT | more)


def one_sentence(done: subprocess.CompletedProcess[bytes]) -> str:
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (2, 1), told
    assert told.startswith("selaras: ")
    return told


# ------------------------------------------------------------------------------------ usage


@pytest.mark.parametrize(("line", "told"), [
    ("chekc a", "did you mean 'check'?"),
    ("store ad a", "did you mean 'add'?"),
    ("check a --orignal b", "did you mean --original?"),
    ("check", "Missing argument"),
    ("check a b", "'selaras check --help' tells more."),
    ("find a --top 0", "greater than or equal to 1"),
    ("check a --language fr", "'en', 'id'"),
    ("score a --workers two", "valid integer"),
    ("export a --to tsv -o b --min-score NaN", "from 0 to 1"),
    ("export a --to tsv -o b --min-score 2", "from 0 to 1"),
])
def test_a_line_that_cannot_be_understood(line: str, told: str, tmp_path: Path) -> None:
    assert told in one_sentence(shell(f"mkdir a; selaras {line}", tmp_path))


def test_no_command_at_all_is_answered_with_help(tmp_path: Path) -> None:
    done = shell("selaras", tmp_path)
    assert done.returncode == 2
    assert b"Commands:" in done.stderr


# ---------------------------------------------------------------------------------- streams


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    done = shell(f'selaras fetch "{ORIGINAL}" | head -c 1; echo "${{PIPESTATUS[0]}}"', tmp_path)
    assert (done.stdout, done.stderr) == (b"{0\n", b"")


def test_closed_standard_output_is_told_before_the_work(tmp_path: Path) -> None:
    done = shell(f'selaras check "{REWRITE}" --original "{ORIGINAL}" -o out >&-', tmp_path)
    assert "closed" in one_sentence(done)
    assert list(tmp_path.iterdir()) == []


def test_full_standard_output_is_told(tmp_path: Path) -> None:
    assert "No space left" in one_sentence(shell(f'selaras fetch "{ORIGINAL}" >/dev/full',
                                                 tmp_path))


def test_closed_standard_input_and_error_do_no_harm(tmp_path: Path) -> None:
    assert "empty" in one_sentence(shell("selaras fetch - <&-", tmp_path))
    assert shell("selaras fetch nowhere 2>&-", tmp_path).returncode == 2


@pytest.mark.parametrize("locale", [
    {"LC_ALL": "POSIX"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1:strict"},
], ids=["posix", "posix without utf-8", "ascii", "latin-1"])
def test_a_poor_console_gets_escapes_and_the_same_json(locale: dict[str, str],
                                                       tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Judul “berita”\n\nKapal itu – 😀 – berlayar.\n", "utf-8")
    done = shell("selaras fetch a.txt", tmp_path, **locale)
    assert done.returncode == 0, done.stderr
    assert "– 😀 –" in json.loads(done.stdout)["text"]
    done = shell("selaras check a.txt --original a.txt", tmp_path, **locale)
    assert (done.returncode, done.stderr) == (0, b"")


# ----------------------------------------------------------------------------------- outputs


def test_outputs_go_through_what_is_no_file(tmp_path: Path) -> None:
    done = shell(f'selaras fetch "{ORIGINAL}" -o /dev/stdout', tmp_path)
    assert json.loads(done.stdout)["language"] == "en"
    assert shell(f'selaras fetch "{ORIGINAL}" -o /dev/null', tmp_path).returncode == 0
    assert Path("/dev/null").is_char_device()


def test_no_command_writes_over_what_it_reads_or_did_not_write(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The ferry stopped.\n\nIt stopped on Monday.\n")
    before = (tmp_path / "story.txt").read_bytes()
    shell(f'selaras check "{REWRITE}" --original "{ORIGINAL}" -o out', tmp_path)
    review = (tmp_path / "out" / "review.json").read_bytes()
    for line in ("fetch story.txt -o story.txt", "fetch out/../story.txt -o ./story.txt",
                 "export out --to tsv -o story.txt", "export out --to tsv -o out/review.json"):
        assert "--force" in one_sentence(shell(f"selaras {line}", tmp_path))
    assert (tmp_path / "story.txt").read_bytes() == before
    assert (tmp_path / "out" / "review.json").read_bytes() == review
    for _ in range(2):  # its own outputs it may replace
        assert shell("selaras export out --to tsv -o corpus.tsv", tmp_path).returncode == 0
        assert shell("selaras fetch story.txt -o a.json", tmp_path).returncode == 0
    assert shell("selaras fetch story.txt -o story.txt --force", tmp_path).returncode == 0
    assert json.loads((tmp_path / "story.txt").read_text())["text"]


@pytest.mark.parametrize("name", ["review.json", "report.html"])
def test_an_output_that_cannot_be_is_told_before_the_work(name: str, tmp_path: Path) -> None:
    (tmp_path / "out" / name).mkdir(parents=True)
    begun = time.monotonic()
    told = one_sentence(shell(f'selaras check "{REWRITE}" --original "{ORIGINAL}" -o out',
                              tmp_path))
    assert "is a folder" in told
    assert time.monotonic() - begun < 5
    assert len(list((tmp_path / "out").iterdir())) == 1


# ---------------------------------------------------------------------------------- signals


WRITING = """
import time
from pathlib import Path
from align.cli.ending import run
from align.writing import whole_file

def command(prog_name, standalone_mode):
    with whole_file(Path("out")) as part:
        part.write_text("half")
        print("writing", flush=True)
        time.sleep(60)

raise SystemExit(run(command))
"""


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, -signal.SIGTERM),
                                            (signal.SIGHUP, -signal.SIGHUP),
                                            (signal.SIGINT, 130)])
def test_a_signal_leaves_the_old_file_and_no_half_one(sent: signal.Signals, code: int,
                                                      tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    process = subprocess.Popen([sys.executable, "-c", WRITING], cwd=tmp_path, env=ENVIRONMENT,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(sent)
    told = process.communicate(timeout=30)[1].decode()
    assert told == ("selaras: stopped.\n" if code == 130 else "")
    assert process.returncode == code
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, -signal.SIGTERM),
                                            (signal.SIGINT, 130)])
def test_a_signal_in_the_midst_of_a_check(sent: signal.Signals, code: int,
                                          tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "align", "check", REWRITE, "--original", ORIGINAL, "-o", "out"],
        cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(1.5)  # models are being loaded, one of them in a thread
    process.send_signal(sent)
    told = process.communicate(timeout=30)[1].decode()
    assert "Traceback" not in told
    assert process.returncode in (code, 0)
    assert not list(tmp_path.rglob("*.part"))


# ----------------------------------------------------------------------------------- faults


def test_a_wrong_encoder_never_ends_in_an_abort(tmp_path: Path) -> None:
    """The tagger is being loaded in a thread of its own while the encoder's name turns out bad."""
    for _ in range(6):
        line = f'selaras check "{REWRITE}" --original "{ORIGINAL}" --encoder " "'
        assert "no name" in one_sentence(shell(line, tmp_path))


def test_a_fault_of_ours_is_one_sentence_too(tmp_path: Path) -> None:
    script = ("import align.pipeline\nimport align.cli\n"
              "def load(source): raise ZeroDivisionError('so')\n"
              "align.pipeline.load = load\nalign.cli.main()")
    done = subprocess.run([sys.executable, "-c", script, "fetch", "x"], capture_output=True,
                          check=False, env=ENVIRONMENT)
    assert "fault of Selaras (ZeroDivisionError: so)" in one_sentence(done)


@pytest.mark.parametrize("limit", [100, 450, 800])
def test_too_little_memory_is_told(limit: int, tmp_path: Path) -> None:
    """In MB of address space: with less than a short check needs nothing is begun."""
    line = (f"ulimit -v {limit * 1024}; "
            f'selaras check "{REWRITE}" --original "{ORIGINAL}" -o out')
    assert "address space" in one_sentence(shell(line, tmp_path))

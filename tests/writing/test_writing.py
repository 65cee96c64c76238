"""Outputs are whole or unchanged, go through what is no file, and spare what is not ours."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from align.errors import OutputError
from align.writing import demand_place, goes_through, whole_file, write_whole

ROOT = Path(__file__).resolve().parents[2]
OURS = rb'"signature"'


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ------------------------------------------------------------------------------ whole or not


def test_a_file_appears_with_its_folder_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "file", "teks")
    assert (tmp_path / "new" / "file").read_text() == "teks"
    assert left_in(tmp_path / "new") == ["file"]


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, SystemExit, OSError])
def test_after_a_fault_the_old_file_stands(fault: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def broken() -> None:
        with whole_file(path) as part:
            part.write_text("half")
            raise fault

    with pytest.raises((fault, OutputError)):
        broken()
    assert path.read_text() == "old"
    assert left_in(tmp_path) == ["file"]


def test_mode_and_link_of_the_old_file_are_kept(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_text("old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    write_whole(link, "new")
    assert link.is_symlink()
    assert kept.read_text() == "new"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 255), "teks")
    assert (tmp_path / ("n" * 255)).read_text() == "teks"


def test_half_a_surrogate_pair_is_written_as_json_has_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", '"\ud800"')
    assert (tmp_path / "file").read_bytes() == rb'"\ud800"'


@pytest.mark.parametrize("name", ["folder", "folder/..", "file/below", "n" * 256], ids=[
    "a folder", "a folder by another name", "below a file", "a name too long"])
def test_what_cannot_be_written_is_one_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="name"):
        demand_place(tmp_path / name, OURS)
    with pytest.raises(OutputError, match="name"):
        write_whole(tmp_path / name, "teks")
    assert left_in(tmp_path) == ["file", "folder"]


# ------------------------------------------------------------------------- what is no file


def test_a_device_stays_a_device() -> None:
    null = Path("/dev/null")
    before = null.stat()
    write_whole(null, "teks")
    assert (null.stat().st_ino, null.stat().st_mode) == (before.st_ino, before.st_mode)
    assert goes_through(null)
    demand_place(null, OURS)


def test_a_full_device_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"/dev/full .*No space left"):
        write_whole(Path("/dev/full"), "teks")


def test_a_pipe_gets_all_of_it_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"x" * 300_000)
    reader.join()
    assert got == [b"x" * 300_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_that_nobody_reads_is_told(tmp_path: Path,
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.writing.streams._PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="Nobody reads"):
        write_whole(tmp_path / "pipe", "teks")


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_standard_output_gets_it_in_order_though_it_is_a_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    script = (f"from pathlib import Path\nfrom align.writing import write_whole\nprint('before')\n"
              f"write_whole(Path({name!r}), 'teks\\n')\nprint('after')")
    with (tmp_path / "out").open("wb") as out:
        subprocess.run([sys.executable, "-c", script], stdout=out, check=True, cwd=tmp_path,
                       env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert (tmp_path / "out").read_text() == "before\nteks\nafter\n"


# --------------------------------------------------------------------- what is not ours


def test_a_stranger_s_file_is_spared_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Kapal itu berlayar, selaras dengan rencana.")
    with pytest.raises(OutputError, match="--force"):
        demand_place(path, OURS)
    demand_place(path, OURS, force=True)


@pytest.mark.parametrize("content", ["", '{"signature": "selaras:0"}',
                                     "x" * 200_000 + '"signature"'],
                         ids=["empty", "marked at its beginning", "marked at its end"])
def test_our_own_file_may_be_written_again(content: str, tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_text(content)
    demand_place(path, OURS)
    assert path.read_text() == content


def test_what_is_read_is_not_written_over_by_any_of_its_names(tmp_path: Path) -> None:
    path, link, twin = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    path.write_text('{"signature": ""}')
    link.symlink_to(path)
    twin.hardlink_to(path)
    for name in (path, link, twin, tmp_path / "." / "a"):
        with pytest.raises(OutputError, match="reads"):
            demand_place(name, OURS, inputs=["https://example.org/a", "-", path])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_not_be_written_is_spared(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text('{"signature": ""}')
    path.chmod(0o444)
    with pytest.raises(OutputError, match="may not be written"):
        demand_place(path, OURS)

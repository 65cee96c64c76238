"""The Ray engine: the same function, the same files."""

import subprocess
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from align.corpus.article import Desk, Job
from align.corpus.manifest import read_manifest
from align.corpus.on_ray import _Worker
from align.pipeline import Settings

Contents = Callable[[Path], dict[str, bytes]]


def ended(run: subprocess.Popen[bytes]) -> None:
    """Wait for a run; a machine on which Ray does not start cannot test it."""
    _, said = run.communicate()
    if b"Ray cannot be started" in said:
        pytest.skip("Ray does not start here in the time that it gives itself")
    assert run.returncode == 0, said.decode()


def test_what_an_actor_does_is_what_a_desk_does(pairs: Path, contents: Contents,
                                                tmp_path: Path) -> None:
    good, _, _, broken, *_ = read_manifest(pairs)
    folders = [tmp_path / "desk", tmp_path / "actor"]
    desk, actor = Desk(Job(str(folders[0]), Settings())), _Worker(Job(str(folders[1]), Settings()))
    for entry in (good, broken):
        assert actor(asdict(entry)) == asdict(desk.settle(entry))
    assert contents(folders[0]) == contents(folders[1])
    assert set(contents(folders[0])) == {"failed/gone.json", "reviews/story-0/review.json"}


def test_ray_makes_the_same_files(undisturbed: Path, started: Any, contents: Contents,
                                  tmp_path: Path) -> None:
    ended(started(tmp_path / "corpus", "--engine", "ray", "--workers", "2"))
    assert contents(tmp_path / "corpus") == contents(undisturbed)

"""Entries are found by lying in a folder, stand in order, and never push one another out."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.registry import ClashError, Registry, module_name

Writer = Callable[[], str]


def function(module: str, name: str = "run") -> Writer:
    def run() -> str:
        return module

    run.__module__, run.__qualname__ = module, name
    return run


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "kiosk"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from align.registry import Registry, module_name\n"
        "REGISTRY = Registry(__name__, 'stand')\n"
        "def stand(rank):\n"
        "    def mark(function):\n"
        "        REGISTRY.add(module_name(function), function, function, rank)\n"
        "        return function\n"
        "    return mark\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "kiosk"]:
        del sys.modules[name]


def offer(folder: Path, name: str, rank: int) -> None:
    (folder / f"{name}.py").write_text(
        f"from kiosk import stand\n@stand({rank})\ndef sell():\n    return '{name}'\n")
    importlib.invalidate_caches()


def test_what_lies_in_the_folder_is_found_in_order_of_rank(package: Path) -> None:
    offer(package, "apples", 20)
    offer(package, "zucchini", 10)
    registry = importlib.import_module("kiosk").REGISTRY
    assert list(registry.all()) == ["zucchini", "apples"]
    assert [sell() for sell in registry.all().values()] == ["zucchini", "apples"]


def test_two_files_of_one_rank_are_refused_by_name(package: Path) -> None:
    offer(package, "apples", 20)
    offer(package, "pears", 20)
    registry = importlib.import_module("kiosk").REGISTRY
    with pytest.raises(ClashError, match=r"stands 'apples' and 'pears' both have rank 20"):
        registry.all()


def test_a_folder_added_later_is_searched_too(package: Path, tmp_path: Path) -> None:
    offer(package, "apples", 20)
    kiosk = importlib.import_module("kiosk")
    assert list(kiosk.REGISTRY.all()) == ["apples"]
    more = tmp_path / "more"
    more.mkdir()
    offer(more, "pears", 5)
    kiosk.__path__.append(str(more))
    assert list(kiosk.REGISTRY.all()) == ["pears", "apples"]


def test_two_of_one_name_are_refused() -> None:
    registry: Registry[Writer] = Registry("align", "format")
    registry.add("tsv", function("align.export.tsv"), function("align.export.tsv"))
    with pytest.raises(ClashError, match=r"called 'tsv', in align\.export\.tsv\.run and in my\."):
        registry.add("tsv", function("my.tsv"), function("my.tsv"))


def test_a_module_that_is_loaded_again_replaces_its_own() -> None:
    registry: Registry[Writer] = Registry("align.export", "format")
    for said in ("first", "second"):
        registry.add("own", function(said), function("my.own"), 3)
    assert registry.all()["own"]() == "second"


def test_an_entry_is_named_after_its_file() -> None:
    assert module_name(function("align.checks.numbers")) == "numbers"


@settings(max_examples=60)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=4), st.integers(0, 10_000)))
def test_the_order_is_that_of_ranks_whatever_came_first(ranks: dict[str, int]) -> None:
    registry: Registry[str] = Registry("align.export", "shape")
    taken: set[int] = set()
    for name, rank in ranks.items():
        if rank in taken:
            with pytest.raises(ClashError):
                registry.add(name, name, function(f"my.{name}"), rank)
        else:
            registry.add(name, name, function(f"my.{name}"), rank)
            taken.add(rank)
    assert [ranks[name] for name in registry.all()] == sorted(taken)

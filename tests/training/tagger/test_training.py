"""Training end to end on a tiny network: repeatable, resumable, exportable, runnable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from align.errors import InputError
from align.tagger.run import load
from align.training.tagger.calibrate import anchors
from align.training.tagger.cases import read_cases
from align.training.tagger.corpus import is_clean, load_corpus
from align.training.tagger.data import Maker, batches, encode
from align.training.tagger.errors import clean
from align.training.tagger.prepare import prepare
from align.training.tagger.train import CHECKPOINT, Progress, Recipe, train

torch = pytest.importorskip("torch")

RECIPE = Recipe(steps=6, layers=2, upper=1, pieces=200, tokens=512, every=3, tested=24, seed=3)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, packed: ModuleType) -> Path:
    folder: Path = packed.write_data(tmp_path_factory.mktemp("data"))
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, packed: ModuleType) -> str:
    return str(packed.write_base(tmp_path_factory.mktemp("base") / "tiny.bin"))


@pytest.fixture(scope="module")
def whole(data: Path, base: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    train(data, out, base, RECIPE, threads=1)
    return out


def weights(out: Path) -> dict[str, np.ndarray]:
    state = torch.load(out / CHECKPOINT, weights_only=True)["network"]
    return {name: tensor.numpy() for name, tensor in state.items()}


def test_progress_is_told_and_measured(data: Path, base: str, tmp_path: Path) -> None:
    told: list[Progress] = []
    train(data, tmp_path, base, RECIPE, threads=1, report=told.append)
    assert [progress.step for progress in told] == [1, 2, 3, 4, 5, 6]
    assert [progress.auc == progress.auc for progress in told] == [False, False, True] * 2
    assert told[-1].pairs > told[0].pairs


class Stopped(Exception):  # noqa: N818
    pass


def test_a_run_that_was_stopped_ends_as_one_that_was_not(
        data: Path, base: str, whole: Path, tmp_path: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.step == 4:  # one step after the checkpoint: that step must be done again
            raise Stopped

    with pytest.raises(Stopped):
        train(data, tmp_path, base, RECIPE, threads=1, report=stop)
    told: list[Progress] = []
    train(data, tmp_path, base, RECIPE, threads=1, report=told.append)
    assert told[0].step == 4
    once, twice = weights(whole), weights(tmp_path)
    assert all(np.array_equal(once[name], twice[name]) for name in once)


def test_a_checkpoint_of_another_recipe_is_refused(data: Path, base: str, whole: Path) -> None:
    with pytest.raises(InputError, match="recipe"):
        train(data, whole, base, replace(RECIPE, rate=1e-3), threads=1)


CASES = """\
S The court accepted three reports.
T Pengadilan menerima tiga laporan.
number | tiga => dua
fair | menerima => menyetujui
"""


def test_written_cases_are_drawn_and_those_held_out_only_measure(
        data: Path, base: str, whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    (folder / "held").mkdir(parents=True)
    (folder / "one.txt").write_text(CASES, encoding="utf-8")
    (folder / "held" / "two.txt").write_text(CASES.replace("Pengadilan", "Mahkamah"),
                                             encoding="utf-8")
    told: list[Progress] = []
    train(data, tmp_path / "out", base, RECIPE, threads=1, cases=folder, start=whole,
          report=told.append)
    assert 0 <= told[-1].written_auc <= 1
    ready = prepare(data, tmp_path / "out", base, RECIPE.layers, RECIPE.pieces)
    maker = Maker(ready.train, ready.lexis, ready.vocabulary, RECIPE.seed, read_cases(folder))
    drawn = [maker.draft(number)[0].target for number in range(60)]
    assert any("dua laporan" in target for target in drawn)
    assert not any("Mahkamah" in target for target in drawn)


def test_starting_from_nothing_is_refused(data: Path, base: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no checkpoint to start from"):
        train(data, tmp_path / "out", base, RECIPE, threads=1, start=tmp_path)


def test_shipped_weights_are_begun_from_nearly_as_they_were(
        data: Path, base: str, whole: Path, tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    from align.training.tagger.begin import begin_from
    from align.training.tagger.export import export
    from align.training.tagger.network import build

    ready = prepare(data, whole, base, 2, 200)
    shipped = export(ready, whole, tmp_path / "small.onnx", 1, "tiny")
    network = build(ready.base, 1)
    begin_from(shipped, network)
    known = weights(whole)
    for name, value in network.state_dict().items():
        step = np.abs(known[name]).max() / 50  # int8 has 127 steps, and smoothing widens them
        assert np.abs(value.numpy() - known[name]).max() <= step, name
    with pytest.raises(InputError, match="another size"):
        begin_from(shipped, build(ready.base, 2))
    (tmp_path / "torn.onnx").write_bytes(shipped.read_bytes()[:200])
    with pytest.raises(InputError, match="no file of weights"):
        begin_from(tmp_path / "torn.onnx", network)


def test_held_out_documents_are_never_trained_on(data: Path) -> None:
    corpus = load_corpus(data)
    assert {row.document for row in corpus.held} == {f"news.{n}" for n in range(40, 60)}
    assert not {row.document for row in corpus.train} & {row.document for row in corpus.held}


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no tables"):
        load_corpus(tmp_path)


def test_examples_are_the_same_whatever_came_before(data: Path, base: str, whole: Path) -> None:
    ready = prepare(data, whole, base, 2, 200)
    from align.training.tagger.data import Maker

    maker = Maker(ready.train, ready.lexis, ready.vocabulary, 5)
    stream = batches(maker, 512, size=40)
    first = [next(stream) for _ in range(6)]
    pool, number, _ = first[3]
    again = next(batches(maker, 512, pool, number, size=40))
    assert again == first[3]
    for _, _, batch in first:
        assert len(batch) * max(len(example.ids) for example in batch) <= 512 or len(batch) == 1
        for example in batch:
            assert len(example.ids) == len(example.sides) == len(example.labels)
            assert example.faithful == all(label <= 0 for label in example.labels)


def test_the_export_says_what_the_network_says(
        data: Path, base: str, whole: Path, tmp_path: Path, packed: ModuleType) -> None:
    pytest.importorskip("onnx")
    from align.training.tagger.export import export, trained
    from align.training.tagger.network import tensors

    ready = prepare(data, whole, base, 2, 200)
    path = export(ready, whole, tmp_path / "plain.onnx", 1, "tiny", quantised=False)
    tagger = load(path, 1)
    pairs = packed.ROWS[:3]
    seen = tagger.tag(pairs)
    batch = tensors([encode(clean(*pair), ready.vocabulary) for pair in pairs])
    with torch.no_grad():
        token, pair = trained(ready, whole, 1)(batch["ids"], batch["sides"])
        told = trained(ready, whole, 1, linking=True)(batch["ids"], batch["sides"])[2]
    scores = torch.sigmoid(pair).tolist()
    assert [tagged.score for tagged in seen] == pytest.approx(scores, abs=2e-3)
    chances = token.softmax(-1)[0, 1:1 + len(seen[0].source), 1]
    assert [t.wrong for t in seen[0].source] == pytest.approx(chances.tolist(), abs=2e-3)
    wide, high = len(seen[0].source), len(seen[0].target)
    assert seen[0].likeness == pytest.approx(
        told[0, 1:1 + wide, wide + 3:wide + 3 + high].numpy(), abs=1e-2)  # int8 words
    small = load(export(ready, whole, tmp_path / "small.onnx", 1, "tiny"), 1)
    assert [tagged.score for tagged in small.tag(pairs)] == pytest.approx(
        [tagged.score for tagged in seen], abs=0.1)
    assert tagger.tag([pairs[1], pairs[0]]) == [seen[1], seen[0]]  # kept, in the order asked
    tagger.calibration = replace(tagger.calibration, pair_shift=1.0)
    assert tagger.tag(pairs[:1])[0].score > seen[0].score
    tagger.calibration = replace(tagger.calibration, pair_shift=0.0)
    long = [("the mayor opened " * 120, "wali kota membuka " * 90), ("", "Air naik."), ("a", "b")]
    tagged = tagger.tag(long)
    assert [len(t.source) for t in tagged] == [len(ready.vocabulary.split(s).ids) for s, _ in long]
    assert [t.likeness is None for t in tagged] == [True, True, False]  # too long, empty
    assert tagged[1].score == 0.0
    assert 0 < tagged[0].score < 1


@pytest.mark.parametrize(("source", "target", "clean_looking"), [
    ("A short sentence.", "Kalimat pendek.", True), ("Same text here.", "Same text here.", False),
    ("One.", "Satu.", False), ("A sentence.", "Kalimat " * 30, False)],
    ids=["fair", "copied", "too short", "too unlike in length"])
def test_clean_looks(source: str, target: str, clean_looking: bool) -> None:
    assert is_clean(source, target) == clean_looking


def test_anchors_let_through_the_allowed_shares() -> None:
    evidence = np.linspace(-3, 3, 1000).tolist()
    low, middle, high = anchors(evidence)
    assert low < middle < high
    assert sum(e > middle for e in evidence) <= 25


def test_the_shipped_weights_tell_a_wrong_word_and_where_it_stands() -> None:
    source = ("Rescuers searched the flooded villages on Tuesday for people who were still missing "
              "after the storm.")
    pairs = [(source, "Regu penyelamat mencari korban yang masih hilang setelah badai di desa-desa "
                      "yang terendam banjir pada Selasa."),
             (source, "Regu penyelamat berhenti mencari korban yang masih hilang setelah badai di "
                      "desa-desa yang kekeringan pada Selasa."),
             (source, "Bank sentral menaikkan suku bunga sebesar seperempat poin untuk "
                      "mengendalikan inflasi, kata gubernurnya pada Jumat.")]
    tagger = load()
    right, wrong, other = tagger.tag(pairs)
    assert right.score > wrong.score
    assert right.score > other.score
    assert tagger.tag(pairs[:1]) == tagger.tag(pairs[:1])
    text = pairs[0][1]
    assert all(0 <= t.start <= t.end <= len(text) for t in right.target)

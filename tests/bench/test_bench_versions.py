"""Stories built from parallel documents hold what they say, and their true version is found."""

import gzip
from pathlib import Path

import pytest

from align.bench.versions import bench_versions, build
from align.errors import InputError
from align.finding.versions import is_later

DOCUMENTS = [(name, [(f"{name} source {n} has {n + 20} parts.", f"{name} target {n}.")
                     for n in range(10)]) for name in ("a", "b", "c")]


def test_a_story_is_its_own_truth_and_the_same_every_time() -> None:
    built = build(DOCUMENTS, 9, seed=4)
    assert built == build(DOCUMENTS, 9, seed=4)
    assert len({story.id for story in built}) == 9
    for story in built:
        truth = story.versions[story.truth]
        assert 3 <= len(story.versions) <= 4
        assert not is_later(truth.published, story.rewrite.published)
        known = {sentence.text.replace("source", "target").partition(" has")[0] + "."
                 for sentence in truth.sentences}
        invented = [one for one in story.rewrite.sentences if one.text not in known]
        assert len(invented) <= 1


def test_too_few_documents_are_said_so() -> None:
    with pytest.raises(InputError, match="too few"):
        build(DOCUMENTS[:1], 3, seed=0)


def test_another_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "x.tsv.gz").write_bytes(gzip.compress(b"doc source target\nonly two\n"))
    with pytest.raises(InputError, match="no header"):
        bench_versions(tmp_path / "x.tsv.gz")


@pytest.mark.shared
def test_right_versions_on_real_documents(shared: Path) -> None:
    found = bench_versions(shared / "data" / "ntrex_dev.tsv.gz", stories=6, seed=7)
    assert found.stories == 6
    assert found.right >= 0.8, found.misses

import time

import pytest

from align.analysis import Tools
from align.errors import InputError
from align.lexicon.terms import Glossary, Term, read_glossary, read_ignored

TERMS = Tools(glossary=Glossary((
    Term("exhibit", ("barang bukti", "alat bukti")), Term("Newsroom"),)))


@pytest.mark.parametrize(("source", "target", "was", "became"), [
    pytest.param("an exhibit", "sebuah pameran", ["exhibit"], ["pameran"], id="otherwise"),
    pytest.param("the newsroom", "ruang redaksi", ["newsroom"], ["ruang redaksi"],
                 id="not kept"),
])
def test_flags(told, source, target, was, became):
    assert told("glossary", source, target, tools=TERMS) == [("major", was, became)]


@pytest.mark.parametrize(("source", "target"), [
    pytest.param("an exhibit", "alat buktinya", id="second translation with a suffix"),
    pytest.param("an exhibition", "sebuah pameran", id="inside a longer word"),
    pytest.param("the Newsroom", "Newsroom itu", id="kept"),
])
def test_is_silent(told, source, target):
    assert told("glossary", source, target, tools=TERMS) == []


def test_reads_terms_with_several_translations(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("# ours\nexhibit\tbarang bukti\n\nexhibit\talat bukti\nNewsroom\t\n", "utf-8")
    assert read_glossary(path).terms == TERMS.glossary.terms


@pytest.mark.parametrize("line", ["no tab", "\tno term", "three\tcolumns\there"])
def test_a_malformed_line_is_named_by_number(tmp_path, line):
    path = tmp_path / "terms.tsv"
    path.write_text(f"good\tbaik\n{line}\n", "utf-8")
    with pytest.raises(InputError, match="Line 2"):
        read_glossary(path)


def test_a_missing_or_binary_file_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_glossary(tmp_path / "none.tsv")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(InputError, match="cannot be read"):
        read_ignored(tmp_path / "binary")


def test_ignored_words_are_lower_cased(tmp_path):
    path = tmp_path / "ignored.txt"
    path.write_text("Netizen\n# not this\nwarganet\n", "utf-8")
    assert read_ignored(path) == {"netizen", "warganet"}


def test_a_glossary_of_thousands_costs_in_proportion(told):
    def seconds(count):
        tools = Tools(glossary=Glossary(tuple(Term(f"term {n}") for n in range(count))))
        begun = time.process_time()
        for n in range(50):
            told("glossary", f"the term {n} of art", f"istilah {n}", tools=tools)
        return time.process_time() - begun

    seconds(2000)
    assert seconds(8000) < 8 * seconds(2000)

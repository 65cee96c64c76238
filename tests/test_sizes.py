"""A file is one idea and a function one step: neither grows past what can be read at a glance.

What counts is code: no blank lines, comments and docstrings; of a function its body, for the
signature of a command is the table of its options. Catalogues and other tables of data are no code.
Functions of scripts are not counted apart: there a function is a module, around the functions that
share its state.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ALIGN = Path(__file__).parent.parent / "align"
FILE = 250      # lines of code of a file
FUNCTION = 40   # the same of a function, below its signature


def _code(path: Path, tree: ast.Module) -> frozenset[int]:
    """Numbers of the lines that are code: no blanks, no comments, no docstrings."""
    documents: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) \
                and ast.get_docstring(node, clean=False) is not None:
            told = node.body[0]
            documents.update(range(told.lineno, (told.end_lineno or told.lineno) + 1))
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(number for number, line in enumerate(lines, 1)
                     if line.strip() and not line.lstrip().startswith("#")) - documents


def _functions(tree: ast.Module, code: frozenset[int]) -> Iterator[tuple[str, int]]:
    """Every function and the lines of code of its body."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, len(code & set(range(node.body[0].lineno,
                                                  (node.end_lineno or node.lineno) + 1)))


@pytest.mark.parametrize("path", sorted(ALIGN.rglob("*.py")),
                         ids=lambda path: str(path.relative_to(ALIGN)))
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    code = _code(path, tree)
    assert len(code) <= FILE
    assert [(name, lines) for name, lines in _functions(tree, code) if lines > FUNCTION] == []


@pytest.mark.parametrize("path", sorted([*ALIGN.rglob("*.js"), *ALIGN.rglob("*.css"),
                                         *ALIGN.rglob("*.jinja")]),
                         ids=lambda path: path.name)
def test_no_script_of_the_page_is_too_long(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert sum(bool(line.strip()) and not line.lstrip().startswith(("//", "/*"))
               for line in lines) <= FILE

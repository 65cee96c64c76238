"""Every fitted file that ships, and how it is read.

MODELS.md says of each by which command it was made, from what data, when, and on what terms it may
be passed on.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from align.errors import InputError

FOLDER = Path(__file__).parent


def path(name: str) -> Path:
    """Where a fitted file lies, `tagger.onnx` for one."""
    return FOLDER / name


@cache
def weights(name: str) -> Mapping[str, Any]:
    """What `NAME.json` holds: weights by the name of their evidence, "bias" among them.

    Raises:
        InputError: the file is missing or damaged.
    """
    plain: Mapping[str, Any] = _parsed(f"{name}.json", json.loads)
    return plain


def table(name: str) -> str:
    """The text of the table `NAME.tsv.gz`.

    Raises:
        InputError: the file is missing or damaged.
    """
    text: str = _parsed(f"{name}.tsv.gz", lambda raw: gzip.decompress(raw).decode("utf-8"))
    return text


def arrays(name: str) -> Mapping[str, Any]:
    """The arrays of `NAME.npz` by their names; nothing in it is unpickled.

    Raises:
        InputError: the file is missing or damaged.
    """
    import numpy as np

    def read(raw: bytes) -> dict[str, Any]:
        with np.load(io.BytesIO(raw), allow_pickle=False) as held:
            return {each: held[each] for each in held.files}

    found: Mapping[str, Any] = _parsed(f"{name}.npz", read)
    return found


def _parsed(name: str, parse: Callable[[bytes], Any]) -> Any:
    try:
        return parse(path(name).read_bytes())
    except (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile) as error:
        raise InputError(f"The file '{name}' of Selaras is missing or damaged; "
                         "install Selaras again.") from error

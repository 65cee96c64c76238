"""What the tests of this room share lies beside them, in speaking.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from speaking import made

from align.model import Review


@pytest.fixture(scope="session")
def review() -> Review:
    return made()

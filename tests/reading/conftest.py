"""Tests here share invented stories and a generator of the pages they could have stood on."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def shuffled_words() -> Callable[[int], str]:
    """Words of no meaning, for long texts."""
    words = ["harbour", "valley", "council", "season", "window", "charter", "lantern", "meadow"]
    return lambda count: " ".join(random.Random(count).choices(words, k=count))

"""What tests of several rooms share."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Time is never tested: on a busy machine one slow example would fail a right property.
settings.register_profile("untimed", deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring data, which lies beside the project where there is one."""
    if not SHARED.is_dir():
        pytest.skip("needs the measuring data in ../shared, which is not here")
    return SHARED

"""How many threads may work: never more than the cores that this process is given."""

from __future__ import annotations

import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def cores() -> int:
    """Cores this process may use: its affinity, its container's quota, OMP_NUM_THREADS."""
    if hasattr(os, "sched_getaffinity"):
        allowed = len(os.sched_getaffinity(0))
    else:
        allowed = os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    wanted = int(asked) if asked.isdecimal() else allowed
    return max(1, min(allowed, _quota() or allowed, wanted))


def _quota() -> int | None:
    """Whole cores of the cgroup v2 quota ("200000 100000" is two), None without one."""
    try:
        quota, period = _QUOTA.read_text("ascii").split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return None

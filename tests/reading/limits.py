"""Limits that hostile input must not break."""

import resource
import time
from contextlib import contextmanager


@contextmanager
def quickly(seconds=5.0, kilobytes=200_000):
    """Within so many seconds of computing and so much more memory."""
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    yield
    assert time.process_time() - began < seconds
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < kilobytes

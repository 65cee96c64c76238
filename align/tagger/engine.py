"""onnxruntime, imported here and nowhere else, with its telemetry off.

As shipped it writes a device id into the user's cache and, in a process that lives for some
fifteen seconds, tries to reach its maker. It looks at its environment when it is imported, so the
switch is thrown before.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

from align.errors import MissingExtraError


def engine(part: str = "") -> Any:
    """The module `onnxruntime`, or a part of it such as "quantization".

    Raises:
        MissingExtraError: onnxruntime is not installed.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        runtime = importlib.import_module("onnxruntime")
        # For a program that imported it by itself, before Selaras.
        runtime.disable_telemetry_events()
        return importlib.import_module(f"onnxruntime.{part}") if part else runtime
    except ImportError as error:
        raise MissingExtraError(
            "The meaning tagger runs on onnxruntime; install it with: pip install onnxruntime."
        ) from error

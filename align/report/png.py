"""A grey picture with transparency, as PNG bytes; enough for the ground of a dot-plot."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt


def ink(opacity: npt.NDArray[np.uint8]) -> bytes:
    """Black ink of the given opacity, shape (height, width), 0 clear to 255 solid.

    Colour type 4 of the PNG specification (grey and alpha, 8 bits), filter 0 on every line.
    """
    height, width = opacity.shape
    pixels = np.zeros((height, width, 2), np.uint8)
    pixels[..., 1] = opacity
    lines = b"".join(b"\0" + line.tobytes() for line in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 4, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join((
        _chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(lines, 9)), _chunk(b"IEND", b""),
    ))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

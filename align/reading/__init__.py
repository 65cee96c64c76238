"""Bytes to Article: one file per page or feed shape."""

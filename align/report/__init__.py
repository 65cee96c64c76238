"""A review shown to a person: page, terminal, notebook, dot-plot.

All four read the same `Review` and import nothing heavy before they are called.
"""

from __future__ import annotations

from align.report.document import page
from align.report.notebook import widget
from align.report.plot import dotplot, similarity
from align.report.screen import terminal

__all__ = ["dotplot", "page", "similarity", "terminal", "widget"]

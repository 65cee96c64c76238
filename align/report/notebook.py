"""The review as a notebook widget: the page's own markup, style and module, without the page."""

from __future__ import annotations

from functools import cache
from typing import Any

from align.errors import MissingExtraError
from align.model import Review
from align.report.document import asset, fragment
from align.report.plot import Similarity
from align.report.words import Language


def widget(review: Review, *, plot: Similarity | None = None, language: Language = "en") -> Any:
    """An `anywidget.AnyWidget` that shows the review; the arguments are those of `page`.

    Raises:
        MissingExtraError: anywidget is not installed.
    """
    html, data = fragment(review, plot=plot, language=language)
    return _widget_class()(html=html, data=data)


@cache
def _widget_class() -> Any:
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        raise MissingExtraError(
            "The notebook view needs anywidget; install it with: "
            'pip install "selaras[notebook]"'
        ) from error

    class ReviewWidget(anywidget.AnyWidget):
        """Holds what `page.js` renders; there is nothing to send back."""

        _esm = asset("page.js")
        _css = asset("page.css")
        html = traitlets.Unicode().tag(sync=True)
        data = traitlets.Dict().tag(sync=True)

    return ReviewWidget

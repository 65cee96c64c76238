"""The review in a notebook: a widget that keeps decisions, beside a still picture of it.

The widget is the page's own markup, style and module, without the page. The still is HTML without
a script: it is what a reopened, converted or mailed notebook shows, where no kernel runs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from align.errors import MissingExtraError, SelarasError
from align.model import Review
from align.report.desk import Desk, of_reviewer
from align.report.document import fragment, module, style
from align.report.plot import Similarity
from align.review import journal
from align.review.fold import Opinion, fold
from align.review.folder import REVIEW, pair_name
from align.review.links import linked
from align.review.receiving import received, reviewer
from align.serial import dumps
from align.writing import write_whole

# JupyterLab shows either the widget, once it lives, or the still; never both, never an error.
_OUTPUT, _LIVE = ".jp-OutputArea-child", ".selaras-cell:not(.selaras-still)"
_EITHER = (f"{_OUTPUT}:has(.selaras-still):has(+ {_OUTPUT} {_LIVE}), "
           f"{_OUTPUT}:has(.selaras-still) + {_OUTPUT}:not(:has({_LIVE})) {{ display: none; }}")


def widget(review: Review, keep: str | Path | None = None, *, by: str = "",
           plot: Similarity | None = None, language: str = "en") -> Any:
    """An `anywidget.AnyWidget` on which the review can be judged.

    Args:
        keep: the folder of the review; decisions go to `decisions/` in it, and are shown again
            from there. Without it, `selaras-out/` and the name of the article pair; the folder is
            made at the first decision.
        by: the reviewer's name; without it, the user of this computer.
        plot, language: as in `page`.

    Raises:
        MissingExtraError: anywidget is not installed.
    """
    folder = Path("selaras-out") / pair_name(review) if keep is None else Path(keep)
    name = reviewer(by)
    events = journal.read(folder / journal.FOLDER).events
    current = linked(review, events)
    desk = of_reviewer(current, name, events, fold(events).get(name, Opinion()), "kernel")
    html, data = fragment(current, plot=plot, language=language, desk=desk)
    made = _widget_class()(html=html, data=data)
    made.still = still(current, plot=plot, language=language)
    made.on_msg(_keeper(current, folder, name))
    return made


def still(review: Review, *, plot: Similarity | None = None, language: str = "en") -> str:
    """The review as HTML that stands alone, without script, and asks for nothing from outside."""
    html, _ = fragment(review, plot=plot, language=language, desk=Desk(mode="still"))
    return (f'<div class="selaras-cell selaras-still"><style>{style()}</style>{html}'
            '</div>')


def _keeper(review: Review, folder: Path, by: str) -> Any:
    """What hears the widget's decisions, and answers whether they are on the disk."""
    writer = journal.Writer(folder / journal.FOLDER, by)

    def keep(made: Any, content: Any, buffers: Any) -> None:
        problem = ""
        try:
            writer.append(received(review, by, content.get("events")))
            if not (folder / REVIEW).exists():
                write_whole(folder / REVIEW, dumps(review))
        except (SelarasError, OSError) as error:
            problem = str(error)
        made.send({"round": content.get("round"), "problem": problem})

    return keep


@cache
def _widget_class() -> Any:
    try:
        import anywidget
        import traitlets
        from IPython.display import HTML, display
    except ImportError as error:
        raise MissingExtraError(
            "The notebook view needs anywidget; install it with: "
            'pip install "selaras[notebook]"'
        ) from error

    class ReviewWidget(anywidget.AnyWidget):
        """Holds what the module renders; decisions come back as messages."""

        _esm = module()
        _css = style()
        html = traitlets.Unicode().tag(sync=True)
        data = traitlets.Dict().tag(sync=True)
        still = ""

        def _ipython_display_(self) -> None:
            html = f"<style>{_EITHER}</style>{self.still}"
            display(HTML(html))  # type: ignore[no-untyped-call]
            shown = self._repr_mimebundle_()
            if shown is not None:
                display(shown[0], metadata=shown[1], raw=True)  # type: ignore[no-untyped-call]

    return ReviewWidget

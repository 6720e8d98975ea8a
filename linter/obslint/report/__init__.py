"""Reports: one file for each output format, each a pure function from an outcome to text."""

from collections.abc import Callable
from typing import Literal, get_args

from obslint.lint.request import Outcome
from obslint.report.style import Style

Format = Literal["text", "concise", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Format", "Style", "render"]


def render(form: Format, outcome: Outcome, style: Style) -> str:
    """The outcome in a format, ending in a line end unless it is empty. `style` matters to the formats for people only."""
    return _renderer(form)(outcome, style)


def _renderer(form: Format) -> Callable[[Outcome, Style], str]:
    """The function that renders a format; a run imports only the one it needs."""
    if form == "json":
        from obslint.report.json import render_json

        return lambda outcome, _: render_json(outcome)
    if form == "concise":
        from obslint.report.concise import render_concise

        return render_concise
    from obslint.report.text import render_text

    return render_text

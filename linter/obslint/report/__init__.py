"""Reports: one file for each output format, each a pure function from an outcome to text."""

from collections.abc import Callable
from typing import Literal, get_args

from obslint.lint.request import Outcome
from obslint.report.style import Style

Format = Literal["text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)

__all__ = ["FORMATS", "Format", "Style", "render"]


def render(form: Format, outcome: Outcome, style: Style) -> str:
    """The outcome in a format, ending in a line end unless it is empty. `style` matters to the formats for people only."""
    return _renderer(form)(outcome, style)


def _renderer(form: Format) -> Callable[[Outcome, Style], str]:
    """The function that renders a format; a run imports only the one it needs."""
    if form == "concise":
        from obslint.report.concise import render_concise

        return render_concise
    if form == "text":
        from obslint.report.text import render_text

        return render_text
    plain = _plain_renderer(form)
    return lambda outcome, _: plain(outcome)


def _plain_renderer(form: Format) -> Callable[[Outcome], str]:
    """The function for a format that other programs read."""
    from importlib import import_module

    module = {"csv": "table"}.get(form, form)
    found: Callable[[Outcome], str] = getattr(import_module(f"obslint.report.{module}"), f"render_{form}")
    return found

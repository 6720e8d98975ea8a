"""Colours, widths, the progress bar, and readers that go away."""

import io

import pytest

from obslint.cli import progress as progress_module
from obslint.cli.progress import progress
from obslint.cli.terminal import PLAIN_WIDTH, columns, wants_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "colour"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": "0"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"GITHUB_ACTIONS": "true"}, True),
        ("auto", False, {"GITHUB_ACTIONS": "true", "NO_COLOR": "1"}, False),
        ("auto", False, {"CI": "true"}, False),
    ],
)
def test_colour(choice, terminal, environ, colour):
    assert wants_colour(choice, Terminal() if terminal else io.StringIO(), environ) is colour


def test_width(monkeypatch):
    assert columns(io.StringIO()) == PLAIN_WIDTH
    for given, used in (("20", 60), ("100", 100), ("900", 200)):
        monkeypatch.setenv("COLUMNS", given)
        assert columns(Terminal()) == used


@pytest.mark.parametrize(
    ("stream", "environ"), [(io.StringIO(), {}), (Terminal(), {"CI": "true"}), (Terminal(), {"TERM": "dumb"})], ids=["pipe", "ci", "dumb"]
)
def test_no_bar_where_it_would_be_in_the_way(stream, environ):
    with progress(environ, stream) as advance:
        assert advance is None


def test_a_short_run_shows_no_bar():
    stream = Terminal()
    with progress({}, stream) as advance:
        advance(1, 2)
        advance(2, 2)
    assert stream.getvalue() == ""


def test_a_long_run_shows_a_bar_and_takes_it_away(monkeypatch):
    monkeypatch.setattr(progress_module, "PATIENCE", 0)
    stream = Terminal()
    with progress({}, stream) as advance:
        advance(1, 2)
    assert "1/2" in stream.getvalue()
    assert stream.getvalue().endswith("\x1b[2K")


@pytest.mark.parametrize("colour", ["always", "never", "auto"])
def test_colour_reaches_the_report(obslint_, outcome, finding, colour):
    shown = obslint_("scan", "--color", colour, answer=outcome(finding()), color=True).stdout
    assert ("\x1b[" in shown) == (colour == "always")

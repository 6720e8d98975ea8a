"""The page of a trace in a real browser: what it loads, how it is walked through by keyboard, how it looks in light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, browser

from obslint.lint.request import Request
from obslint.lint.tracing import trace
from obslint.report import Style
from obslint.report.trace import render_trace

pytestmark = [pytest.mark.peer, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

HERE = Path(__file__).parent.parent / "signals"
FOCUSED = "(e => e.getAttribute('href') || e.getAttribute('aria-label') || e.tagName)(document.activeElement)"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Path]]:
    place = tmp_path_factory.mktemp("page")
    result = trace(Request((HERE / "dead/main.tf",), HERE), "aws_lambda_function.api")
    assert result.trace is not None
    page = place / "trace.html"
    page.write_text(render_trace("html", result.trace, result.files, Style()), encoding="utf-8")
    with browser(place / "profile") as one:
        yield one, page


def test_nothing_is_loaded_but_the_page(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.requests.clear()
    one.open(page)
    assert one.requests == [page.as_uri()]


def test_the_keyboard_reaches_every_stage_and_opens_what_is_said_about_it(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.open(page)
    one.press("Tab")
    assert one.value(FOCUSED) == "#paths"
    walked = []
    for _ in range(40):
        one.press("Tab")
        walked.append(one.value(FOCUSED))
    stages = one.value("[...document.querySelectorAll('a.stage')].map(e => e.getAttribute('href'))")
    assert len(stages) == 10
    assert set(stages) <= set(walked)
    assert one.value("getComputedStyle(document.querySelector('a.stage rect')).strokeWidth") == "3px"
    one.open(page)
    while one.value(FOCUSED) != "#hop-3":
        one.press("Tab")
    one.press("Enter")
    assert one.value("location.hash") == "#hop-3"
    assert one.value("document.querySelector(':target').textContent.includes('this reads Orders')") is True
    assert one.value("document.querySelector(':target').checkVisibility()") is True


def test_the_skip_link_skips(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.open(page)
    one.press("Tab")
    one.press("Enter")
    assert one.value("document.activeElement.id") == "paths"


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(13, 17, 23)")])
def test_it_follows_the_colours_that_are_preferred(shown: tuple[Browser, Path], scheme: str, paper: str) -> None:
    one, page = shown
    one.prefer(scheme)
    one.open(page)
    assert one.value("getComputedStyle(document.body).backgroundColor") == paper
    assert one.value("getComputedStyle(document.querySelector('.stage text.name')).fill") != paper


def test_words_stay_in_their_boxes(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.open(page)
    ends = "(e => e.getBBox().x + e.getBBox().width)"
    groups = "[...document.querySelectorAll('.stage, .words')]"
    over = f"g => [...g.querySelectorAll('text')].some(t => {ends}(t) > {ends}(g.querySelector('rect')))"
    assert one.value(f"{groups}.filter({over}).map(g => g.textContent)") == []

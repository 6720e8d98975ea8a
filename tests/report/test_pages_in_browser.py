"""The pages of coverage and of findings in a real browser: what they load, the keyboard, light and dark, narrow and wide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, browser

from obslint.cli import main

pytestmark = [pytest.mark.peer, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

WEBSHOP = Path(__file__).parents[2] / "examples" / "terraform" / "webshop"
FOCUSED = "document.activeElement.getAttribute('href') || document.activeElement.tagName"
COMMANDS = {"coverage": ["coverage", str(WEBSHOP), "--format", "html"], "scan": ["scan", str(WEBSHOP), "--format", "html", "--exit-zero"]}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser") / "profile") as one:
        yield one


@pytest.fixture(scope="module", params=COMMANDS)
def shown(request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Browser, Path]:
    page = tmp_path_factory.mktemp(request.param) / f"{request.param}.html"
    with pytest.raises(SystemExit) as stop:
        main([*COMMANDS[request.param], "--output-file", str(page)])
    assert stop.value.code in (0, None)
    return chromium, page


def test_nothing_is_loaded_but_the_page(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.requests.clear()
    one.open(page)
    assert one.requests == [page.as_uri()]


def test_the_skip_link_comes_first_and_skips(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.open(page)
    one.press("Tab")
    target = one.value(FOCUSED)
    assert target.startswith("#")
    one.press("Enter")
    assert one.value("document.activeElement.id") == target[1:]


def test_every_link_within_the_page_leads_somewhere(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    one.open(page)
    links = "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
    assert one.value(f"{links}.length") > 0
    assert one.value(f"{links}.filter(id => !document.getElementById(decodeURIComponent(id)))") == []


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(13, 17, 23)")])
def test_it_follows_the_colours_that_are_preferred(shown: tuple[Browser, Path], scheme: str, paper: str) -> None:
    one, page = shown
    one.prefer(scheme)
    one.open(page)
    assert one.value("getComputedStyle(document.body).backgroundColor") == paper
    assert one.value("getComputedStyle(document.body).color") != paper


def test_a_cell_is_opened_by_the_keyboard(shown: tuple[Browser, Path]) -> None:
    one, page = shown
    if page.stem != "coverage":
        pytest.skip("only the page of coverage has cells")
    one.open(page)
    for _ in range(60):
        one.press("Tab")
        if str(one.value(FOCUSED)).startswith("#cell-"):
            break
    cell = one.value(FOCUSED)
    one.press("Enter")
    assert one.value("location.hash") == cell
    assert one.value("document.querySelector(':target').checkVisibility()") is True

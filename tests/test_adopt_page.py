"""docs/adopt.md shows what obslint prints."""

import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "walks.py"))
PAGE = (ROOT / "docs" / "adopt.md").read_text(encoding="utf-8")


def test_the_page_is_current() -> None:
    assert SCRIPT["current"](PAGE) == PAGE, "run scripts/walks.py"


def test_the_walk_shows_what_it_tells() -> None:
    assert PAGE.count("$ obslint ") == 7
    assert "1 introduced, 1 mended, 4 were there before" in PAGE
    assert "in force" in PAGE
    assert "expired" in PAGE

"""The session in docs/editor.md is one that was had."""

import runpy
from pathlib import Path

import pytest

pytest.importorskip("pygls")

SCRIPT = runpy.run_path(str(Path(__file__).parent.parent.parent / "scripts" / "editor_page.py"))


def test_the_session_is_current():
    text = SCRIPT["TARGET"].read_text(encoding="utf-8")
    assert len(SCRIPT["BLOCK"].findall(text)) == 1
    assert SCRIPT["current"](text) == text, "run scripts/editor_page.py"

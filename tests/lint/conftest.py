"""Fixtures of the tests of linting."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk import Desk

from obslint.policy import Rule, Severity, rule


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


@pytest.fixture
def make_rule() -> Callable[..., Rule]:
    """A rule out of a function over a `Trail`."""

    def make(check: Callable[..., Any], severity: Severity = Severity.WARNING, **more: Any) -> Rule:
        return rule(severity, **more)(check)

    return make

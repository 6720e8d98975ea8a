"""A desk on which runs are made: files of the toy language, rules of the test, an outcome."""

from pathlib import Path
from typing import Any

import pytest
from toy_language import FakeFrontEnd
from toy_rules import RULES

from obslint.lint import registry, run
from obslint.lint.registry import Registry, card_of
from obslint.lint.request import Outcome, Request
from obslint.policy import Rule


class Desk:
    """A directory, a front-end and the rules that are on."""

    def __init__(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.place = place
        self.front_end = FakeFrontEnd()
        self.rules: tuple[Rule, ...] = RULES
        for name in ("terraform_units", "terraform_owners", "terraform_text", "template_unit", "is_template"):
            monkeypatch.setattr(f"obslint.lint.loading.{name}", getattr(self.front_end, name))
        monkeypatch.setattr(registry, "load", self.registry)

    def registry(self) -> Registry:
        return Registry(map(card_of, self.rules), {found.id: found for found in self.rules})

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run(self, text: str | None = None, *, paths: tuple[str, ...] = (".",), **request: Any) -> Outcome:
        if text is not None:
            self.write("a.tf", text)
        return run(Request(tuple(self.place / path for path in paths), self.place, **request))

    def read(self, name: str = "a.tf") -> str:
        return (self.place / name).read_bytes().decode()

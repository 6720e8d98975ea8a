"""What `obslint checkov-checks` writes, and what is asked for it."""

import json
from importlib.resources import files
from typing import Literal

from obslint.cli.options import Options, settled, to_request
from obslint.lint.checkov_answers import checks
from obslint.lint.registry import Registry
from obslint.lint.request import Request
from obslint.policy import Persona
from obslint.report.rulecards import page_of

_TEMPLATE = "checkov_checks.py.txt"


def check_module(known: Registry, persona: str, packs: tuple[str, ...] = (), allow_local_code: bool = False) -> str:
    """The module of external checks, for the rules that are on for a persona; it asks with the same options."""
    options = ["--persona", persona, *(word for pack in packs for word in ("--rules", pack))]
    options += ["--allow-local-code"] if allow_local_code else []
    cards = [card for card in known if card.module and card.persona.rank <= Persona(persona).rank]
    rows = [row | {"page": page_of(row["rule"], known.folders)} for row in checks(cards)]
    template = files("obslint.lint").joinpath(_TEMPLATE).read_text(encoding="utf-8")
    listed = "\n".join(f"    {_row(row)}," for row in rows)
    return template.replace("@options@", json.dumps(options)).replace("@checks@", listed)


def _row(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False)


def request_for(path: str, persona: Literal["regular", "pedantic", "auditor"], packs: tuple[str, ...], allow_local_code: bool) -> Request:
    """The request for a tree, as its settings have it but for the persona."""
    options = Options(paths=(path,), persona=persona, packs=packs, allow_local_code=allow_local_code, given=frozenset({"persona"}))
    return to_request(settled(options))

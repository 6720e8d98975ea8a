"""The rules that are installed, known by their index and imported only when their resources occur."""

import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from obslint.lint.engine_rules import ENGINE_RULES, EngineRule
from obslint.lint.packs import installed_packs
from obslint.lint.request import Request, UsageError
from obslint.policy import Confidence, Persona, Rule, Severity

INDEX = "index.json"
"""The name of the index that a pack may ship beside its `__init__.py`."""


FOLDERS = "obslint_folder_"
"""How the packages begin under which folders of rules are imported."""


class PackError(UsageError):
    """The installed rule packs do not fit together."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known about a rule without importing it. `module` is empty for rules of the engine."""

    id: str
    module: str
    family: str
    severity: Severity
    persona: Persona
    confidence: Confidence
    types: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    peers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    controls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    summary: str = ""


class Registry:
    """All rules by id. Iterating gives their cards, those of the engine included."""

    def __init__(
        self, cards: Iterable[Card], rules: Mapping[str, Rule] | None = None, errors: tuple[str, ...] = (), folders: tuple[Path, ...] = ()
    ) -> None:
        self.errors, self.folders = errors, folders
        self._rules = dict(rules or {})
        self.cards: dict[str, Card] = {}
        for card in (*map(_engine_card, ENGINE_RULES.values()), *cards):
            if card.id in self.cards:
                places = f"{_where(self.cards[card.id])} and {_where(card)}"
                raise PackError(f"two rules are called {card.id}: {places}; rename or uninstall one")
            self.cards[card.id] = card

    def __iter__(self) -> Iterator[Card]:
        return iter(self.cards.values())

    def __len__(self) -> int:
        return len(self.cards)

    @cached_property
    def families(self) -> frozenset[str]:
        """Every family that has a rule."""
        return frozenset(card.family for card in self)

    @cached_property
    def aliases(self) -> Mapping[str, frozenset[str]]:
        """What other tools and compliance frameworks call rules: `checkov:CKV_AWS_36`, `cis_aws_3_0`, `cis_aws_3_0:3.2`."""
        found: dict[str, set[str]] = {}
        for card in self:
            for tool, ids in card.peers.items():
                for name in ids:
                    found.setdefault(f"{tool}:{name}", set()).add(card.id)
            for framework, items in card.controls.items():
                for name in (framework, *(f"{framework}:{item}" for item in items)):
                    found.setdefault(name, set()).add(card.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def rule(self, id: str) -> Rule | EngineRule:  # noqa: A002 - the word for it
        """The rule itself, imported if need be. Raises `PackError` when its module does not hold it."""
        if id in ENGINE_RULES:
            return ENGINE_RULES[id]
        if id not in self._rules:
            self._rules.update((found.id, found) for found in rules_of_module(self.cards[id].module))
        if id not in self._rules:
            raise PackError(f"the index of the rule pack is out of date: {self.cards[id].module} has no rule {id}")
        return self._rules[id]

    def concerning(self, types: Collection[str], ids: Collection[str]) -> list[Card]:
        """The cards of the named rules that look at one of the resource types, sorted by id."""
        return [card for name in sorted(ids) if not frozenset(types).isdisjoint((card := self.cards[name]).types)]


def load_for(request: Request) -> Registry:
    """The installed rules and those of the request's own packs. Raises `UsageError` for a pack that is not there or not admitted."""
    if not request.packs:
        return load()
    from obslint.lint.folders import admitted

    return load(folders=admitted(request))


def load(packs: Iterable[str] | None = None, *, use_index: bool = True, folders: Iterable[Path] = ()) -> Registry:
    """The rules of the given packages, or of all installed packs, and those of folders and policy files.

    A pack without index is imported whole. A pack, module or rule that is broken is left out and named in `errors`, with file and line.
    Raises `PackError` when two rules share an id.
    """
    cards: list[Card] = []
    rules: dict[str, Rule] = {}
    errors: list[str] = []
    for package in installed_packs() if packs is None else packs:
        policies = _policies_of(package, errors)
        for rule in _sound(policies, errors) if policies else ():
            cards.append(card_of(rule))
            rules.setdefault(rule.id, rule)
        indexed = _read_index(package) if use_index else None
        if indexed is not None:
            cards += indexed
            continue
        for rule in _sound(_walk(package, errors), errors):
            cards.append(card_of(rule))
            rules.setdefault(rule.id, rule)
    named = tuple(dict.fromkeys(folders))
    for rule in _sound(_in_folders(named, errors), errors) if named else ():
        cards.append(card_of(rule))
        rules.setdefault(rule.id, rule)
    return Registry(sorted(cards, key=lambda card: (card.id, card.module)), rules, tuple(errors), named)


def _sound(rules: Iterable[Rule], errors: list[str]) -> Iterator[Rule]:
    """The rules whose signatures obslint can serve; what is wrong with the others is added to the errors."""
    from obslint.lint.blame import defect

    for rule in rules:
        if found := defect(rule):
            errors.append(found)
        else:
            yield rule


def _policies_of(package: str, errors: list[str]) -> list[Rule]:
    """The policies in YAML that an installed pack brings along."""
    folder = _folder(package)
    if folder is None or not (folder / "policies").is_dir():
        return []
    from obslint.lint.folders import policies_of

    return list(policies_of(folder, errors))


def _in_folders(folders: Iterable[Path], errors: list[str]) -> Iterator[Rule]:
    from obslint.lint.folders import rules_in

    for folder in folders:
        yield from rules_in(folder, errors)


def build_index(package: str) -> str:
    """The index of a package as JSON text. Raises `PackError` when a module of it cannot be imported."""
    errors: list[str] = []
    rules = sorted(_walk(package, errors), key=lambda rule: rule.id)
    if errors:
        raise PackError("; ".join(errors))
    registry = Registry([card_of(rule) for rule in rules])
    rows = {card.id: _row(card) for card in registry if card.module}
    path = index_path(package)
    modules = rule_modules(path.parent) if path else []
    return json.dumps({"version": 1, "modules": modules, "rules": rows}, indent=1, ensure_ascii=False) + "\n"


def index_path(package: str) -> Path | None:
    """Where the index of a package lies or would lie; None when the package is not a folder. Imports nothing."""
    from importlib.util import find_spec

    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return None
    locations = list(spec.submodule_search_locations or ()) if spec else []
    return Path(locations[0]) / INDEX if locations else None


def card_of(rule: Rule) -> Card:
    """What the index says about a rule."""
    return Card(
        rule.id, rule.check.__module__, rule.family, rule.severity, rule.persona, rule.confidence,
        rule.types, rule.topics, rule.peers, rule.controls, rule.summary,
    )  # fmt: skip


def _engine_card(rule: EngineRule) -> Card:
    return Card(rule.id, "", rule.family, rule.severity, rule.persona, rule.confidence, summary=rule.summary)


def _where(card: Card) -> str:
    """The file of a rule that came from a folder, else its module."""
    file = getattr(sys.modules.get(card.module), "__file__", None) if card.module.startswith(FOLDERS) else None
    return file or card.module or "obslint itself"


def _row(card: Card) -> dict[str, Any]:
    return {
        "module": card.module, "family": card.family, "severity": card.severity.value, "persona": card.persona.value,
        "confidence": card.confidence, "types": card.types, "topics": card.topics, "peers": dict(card.peers),
        "controls": dict(card.controls), "summary": card.summary,
    }  # fmt: skip


def _read_index(package: str) -> list[Card] | None:
    """The cards of a pack's index; None when there is none or modules came or went since, so that the pack is imported instead."""
    path = index_path(package)
    try:
        index = json.loads(path.read_bytes()) if path else None
        if path is None or index is None or index["modules"] != rule_modules(path.parent):
            return None
        return [_card(name, row) for name, row in index["rules"].items()]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _card(id: str, row: Mapping[str, Any]) -> Card:  # noqa: A002 - the word for it
    listed = {key: {name: tuple(ids) for name, ids in row[key].items()} for key in ("peers", "controls")}
    return Card(
        id, row["module"], row["family"], Severity(row["severity"]), Persona(row["persona"]), row["confidence"],
        tuple(row["types"]), tuple(row["topics"]), listed["peers"], listed["controls"], row["summary"],
    )  # fmt: skip


def rule_modules(folder: Path) -> list[str]:
    """The public modules below a package as relative paths, sorted."""
    found: list[str] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(folder / prefix) as entries:
            for entry in entries:
                if not entry.name.startswith(("_", ".")):
                    found += [prefix + entry.name] if entry.name.endswith(".py") else []
                    waiting += [f"{prefix}{entry.name}/"] if entry.is_dir() else []
    return sorted(found)


def _walk(package: str, errors: list[str]) -> Iterator[Rule]:
    """Every rule of a package, importing all of its modules whose names are not private."""
    from pkgutil import iter_modules

    waiting = [package]
    while waiting:
        name = waiting.pop()
        try:
            module = import_module(name)
            yield from rules_of_module(name)
        except Exception as error:  # a pack of somebody else's may fail in any way
            from obslint.lint.blame import told

            errors.append(f"rule pack {package}: {name} cannot be imported: {told(error, _folder(package))}")
            continue
        paths = getattr(module, "__path__", None) or ()
        waiting += [f"{name}.{found.name}" for found in iter_modules(paths) if not found.name.startswith("_")]


def _folder(package: str) -> Path | None:
    path = index_path(package)
    return path.parent if path else None


def rules_of_module(module: str) -> Iterator[Rule]:
    """The rules that a module defines itself."""
    found = vars(import_module(module)).values()
    return (value for value in found if isinstance(value, Rule) and value.check.__module__ == module)

"""What `obslint rules test` does: loads the pack, tries its rules, and says what is wrong."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from obslint.cli.terminal import emit, say
from obslint.lint.blame import place_of, shown
from obslint.lint.folders import TESTS
from obslint.lint.registry import Registry, load
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean
from obslint.lint.trials import Trials
from obslint.policy import Rule
from obslint.report.summary import counted

_CLEAN, _FOUND, _BROKEN = 0, 1, 2


def run_tests(pack: str, only: Iterable[str], tests: str | None, update: bool) -> int:
    """Tries the rules and returns the exit code. Raises `click.UsageError` for a pack without such rules."""
    path = Path(os.path.abspath(pack))
    try:
        known, own = load(folders=(path,)), load((), folders=(path,))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    rules = _wanted(own, only, pack)
    for broken in own.errors:
        say(f"error: {broken}")
    trials = Trials(Path(os.path.abspath(tests)) if tests else (path if path.is_dir() else path.parent) / TESTS, known)
    complaints = sum(_report(trials, rule, update) for rule in rules)
    for stray in () if only else trials.strays(known):
        emit(f"FAILED  {stray}\n")
        complaints += 1
    fixtures = sum(len(trials.fixtures(rule=rule.id)) for rule in rules)
    say(f"{counted(len(rules), 'rule')}, {counted(fixtures, 'fixture')}, {counted(complaints, 'complaint')}")
    return _BROKEN if own.errors else _FOUND if complaints else _CLEAN


def _wanted(own: Registry, only: Iterable[str], pack: str) -> list[Rule]:
    rules = {card.id: rule for card in own if card.module and isinstance(rule := own.rule(card.id), Rule)}
    for name in only:
        if name not in rules:
            raise click.UsageError(f"{pack} has no rule {name}{did_you_mean(name, rules)}")
    if not rules and not own.errors:
        raise click.UsageError(f"{pack} holds no rules; `obslint rules new FAMILY NAME --in {pack}` starts one")
    return [rules[name] for name in dict.fromkeys(only)] or list(rules.values())


def _report(trials: Trials, rule: Rule, update: bool) -> int:
    """Says how a rule fares, and counts the complaints."""
    found = list(_complaints(trials, rule, update))
    fixtures = counted(len(trials.fixtures(rule=rule.id)), "fixture")
    emit(f"{'FAILED' if found else 'ok':<6}  {rule.id}  ({fixtures}, {place_of(rule)})\n")
    emit("".join(f"        {complaint}\n" for complaint in found))
    return len(found)


def _complaints(trials: Trials, rule: Rule, update: bool) -> Iterator[str]:
    """Everything that is wrong with a rule and its fixtures."""
    yield from trials.missing(rule)
    for fixture in trials.fixtures(rule=rule.id):
        found = trials.complaints(fixture)
        if fixture.kind == "bad" and not found:
            found = trials.complaints_about_fix(fixture, update=update)
        yield from (f"{shown(fixture.path)}: {complaint}" for complaint in found)
    yield from trials.disagreements(rule)

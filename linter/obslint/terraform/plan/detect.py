"""Telling a plan from other JSON without decoding it."""

import contextlib
import re

from obslint.terraform.plan.scan import PlanSyntaxError, Scanner

_FIRST = re.compile(r'\s*\{\s*"format_version"\s*:\s*"\d')
_OBJECT = re.compile(r"\s*\{")
_VALUES = frozenset({"planned_values", "resource_changes", "values"})


def looks_like_plan(text: str) -> bool:
    """Whether a text is what `terraform show -json` or `tofu show -json` writes, for a plan or for a state.

    Terraform writes `format_version` first, so that a glance is enough even when the file is cut off; where a tool has sorted
    the members, those of the outermost object are looked through.
    """
    if not _OBJECT.match(text) or '"format_version"' not in text or not _has_values(text):
        return False
    return _FIRST.match(text) is not None or _by_members(text)


def _has_values(text: str) -> bool:
    return '"planned_values"' in text or '"resource_changes"' in text or ('"values"' in text and '"root_module"' in text)


def _by_members(text: str) -> bool:
    scanner, keys = Scanner(text), set[str]()

    def note(key: str, position: int) -> int:
        keys.add(key)
        return scanner.pass_over(key, position)

    with contextlib.suppress(PlanSyntaxError):
        scanner.members(scanner.space(0), note)
    return "format_version" in keys and not keys.isdisjoint(_VALUES)

"""Calls of public modules whose code is not at hand: what the versions that a call admits have in common decides.

What is said about modules, here and in the views of single ones, was read in `variables.tf` and `main.tf` of every release in their
repositories, https://github.com/terraform-aws-modules; `newest` is the last release that was looked at.
"""

import re
from typing import ClassVar

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute
from obslint.model import NO, YES, Absent, Known, Truth, settle, undecided

Version = tuple[int, ...]

_END: Version = (10**9, 0, 0)
_TERM = re.compile(r"(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})")
_REF = re.compile(r"(?:[^?]*)\?(?:.*&)?ref=(?:refs/)?(?:tags/)?(v?\d+\.\d+\.\d+)(?:&.*)?")


class PublishedModule(View):
    """A call of a module of the public registry. Subclasses say what the module makes of its arguments."""

    newest: ClassVar[Version] = ()
    source = attribute("source", None)
    version = attribute("version", None)
    create = attribute("create", None, default=True)

    @property
    def is_made(self) -> Truth:
        """Whether the call makes anything, in a version of the module that was looked at."""
        return self.between((), _END) & self.create.surely(True)

    def since(self, *version: int) -> Truth:
        """Whether the call admits only this version and later ones."""
        return self.between(version, _END)

    def between(self, since: Version, before: Version) -> Truth:
        """Whether the call admits only versions from one on and before another."""
        found = _admitted(self.source, self.version)
        if found is None:
            return undecided(f"the version of {self.address} is not certain", self.version.at)
        since, before = _whole(since), _whole(before)
        low, high = found[0], min(found[1], _whole((self.newest[0] + 1,)))
        if low >= high:
            return undecided(f"nothing is known about this version of the module of {self.address}", self.version.at)
        if since <= low and high <= before:
            return YES
        why = f"{self.address} admits versions of its module that differ in this"
        return NO if high <= since or before <= low else undecided(why, self.version.at)


def _admitted(source: Attribute, version: Attribute) -> tuple[Version, Version] | None:
    """The lowest version that may be meant and the first that may not; None where that is not certain."""
    text = _text(source)
    if text is None or (constraint := _text(version)) is None:
        return None
    if "?" in text:
        tag = _REF.fullmatch(text)
        if tag is None:
            return None
        constraint = tag[1]
    low, high = _whole(()), _END
    for term in filter(None, (part.strip() for part in constraint.split(","))):
        found = _TERM.fullmatch(term)
        if found is None:
            return None
        first, last = _range(found[1] or "=", tuple(map(int, found[2].split("."))))
        low, high = max(low, first), min(high, last)
    return low, high


def _range(operator: str, given: Version) -> tuple[Version, Version]:
    """The versions that a term admits, or a few more."""
    exact = _whole(given)
    after = (*exact[:2], exact[2] + 1)
    if operator == "=":
        return exact, after
    if operator == "~>":
        return exact, _whole((*given[:-2], given[-2] + 1)) if len(given) > 1 else _END
    if operator in {">", ">="}:
        return exact, _END
    return _whole(()), {"<": exact, "<=": after}.get(operator, _END)


def _whole(given: Version) -> Version:
    """A version with all three numbers, so that two can be compared."""
    return (*given, 0, 0, 0)[:3]


def _text(written: Attribute) -> str | None:
    """A text that is certain, empty when nothing is written."""
    value = settle(written.value)
    if isinstance(value, Absent):
        return ""
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else None

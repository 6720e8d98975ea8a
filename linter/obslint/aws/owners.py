"""Who a resource belongs to, as its tags say."""

import re

from obslint.aws.ownership import Taggable
from obslint.model import NO, Fields, Known, Symbolic, Truth, Unknown, Value, any_of, read, settle, undecided

_OWNER = re.compile(r"(^|[^a-z])(owner|owned.?by|team|squad|contact|maintainer|responsible|on.?call)([^a-z]|$)")


class Owned(Taggable):
    """A resource of any type, as far as its tags tell whose it is."""

    @property
    def has_owner(self) -> Truth:
        """Whether a tag names a team or person, by the usual words: Owner, team, squad, contact."""
        if not self.tags.written:
            return self._tagged_by_provider
        return _names_owner(self.tags.value) | self._tagged_by_provider


def _names_owner(value: Value) -> Truth:
    value = settle(value)
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return any_of(value.data, lambda item: _is_owner(_key(item)))
    if isinstance(value, Known) and isinstance(value.data, Fields):
        found = any_of(tuple(value.data), lambda name: _is_owner(Known(name)))
        return found if value.data.open_end is None else found | undecided(value.data.open_end, value.data.header)
    return _is_owner(value)


def _key(item: Value) -> Value:
    item = settle(item)
    return read(item.data, ("Key",)).value if isinstance(item, Known) and isinstance(item.data, Fields) else item


def _is_owner(name: Value) -> Truth:
    """Whether a key says who owns it; one that cannot be known may."""
    name = settle(name)
    if isinstance(name, Known) and isinstance(name.data, str):
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.data).casefold()
        return ~NO if _OWNER.search(words) else NO
    if isinstance(name, Unknown):
        return undecided(name.why, name.place)
    return undecided("its tags are computed", name.place) if isinstance(name, Symbolic) else NO

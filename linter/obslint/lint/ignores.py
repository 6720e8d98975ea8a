"""Reading exceptions: comments, `//` keys of Terraform's JSON, and the metadata of CloudFormation resources."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from obslint.lint.comments import Comment, Layout, block_end, hcl_layout, yaml_layout
from obslint.model import Fields, Known, Resource, Value, settle
from obslint.model.compare import plain
from obslint.source import Place, SourceFile, Span

_DIRECTIVE = re.compile(r"\s*obslint\s*:\s*(?P<word>[\w-]+)\s*(?P<list>\[(?P<rules>[^\]]*)\])?(?P<rest>.*)", re.DOTALL)
_NO_COLON = re.compile(r"\s*obslint\s+(?P<word>ignore(?:-file)?)\s*\[")
_WORDS = ("ignore", "ignore-file")
_KEYS = ("reason", "until", "owner", "scope")
_MEMBERS = ("rule", "id", *_KEYS)
_OPTION = re.compile(r"""\s*(?P<key>[\w-]+)\s*=\s*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']+))""", re.DOTALL)
_MISPLACED = "ignore-file stands at the top of a file, before anything but comments"
_JSON_NOTE = re.compile(r'(?<!\\)"//"\s*:\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Directive:
    """What an exception says: its rules, reason, last day and owner, and what about it was not understood.

    With `file`, it is about all of its file.
    """

    rules: tuple[str, ...]
    reason: str = ""
    until: str = ""
    unclear: tuple[str, ...] = ()
    owner: str = ""
    file: bool = False
    scope: str = ""
    """The addresses that it is about, `*` for anything: `module.api["x"].*`; empty for all."""

    def reaches(self, address: str) -> bool:
        """Whether an address is within the scope."""
        return not self.scope or re.fullmatch(".*".join(map(re.escape, self.scope.split("*"))), address) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Ignore:
    """An exception and what it covers: a range of lines, or the resource around it or named.

    `rule_list` is where its rules are written, `whole` what is deleted with it; both None where no edit is offered.
    """

    directive: Directive
    place: Place
    lines: tuple[int, int] | None = None
    surrounding: bool = False
    resource: Resource | None = None
    rule_list: Span | None = None
    whole: Span | None = None
    paths: Callable[[str], bool] | None = None
    """For an exception of the settings: whether it is about a file."""
    named: str = ""
    """For an exception of the settings: what they call its rules."""
    tool: str = ""
    """The other tool that it was written for; its rules are named as `checkov:CKV_AWS_36`."""

    def covers(self, resource: Resource, at: Place) -> bool:
        """Whether a result about a resource, at a place, is covered."""
        if not self.directive.reaches(resource.address):
            return False
        if self.paths is not None:
            return self.paths(at.file.path)
        if self.directive.file:
            return at.file.path == self.place.file.path
        if self.resource is not None:
            return resource is self.resource
        if self.surrounding:
            return resource.extent.file.path == self.place.file.path and _holds(resource.extent.span, self.place.span)
        if self.lines is None:
            return False
        (first, last), path = self.lines, self.place.file.path
        if any(header.file.path == path and header.line == first for header in (resource.header, *resource.calls)):
            return True
        inside = any(start.file.path == path and start.line <= first for start in (resource.extent, resource.call) if start)
        return inside and at.file.path == path and first <= at.line <= last

    def touches(self, resource: Resource) -> bool:
        """Whether the exception stands on or in the resource, or on a call that brings it, and may be about it."""
        return self.directive.reaches(resource.address) and self.stands_on(resource)

    def stands_on(self, resource: Resource) -> bool:
        """Whether it stands there, whatever its scope says."""
        if self.directive.file:
            return any(place.file.path == self.place.file.path for place in (resource.extent, resource.call) if place)
        if self.lines is None:
            return self.covers(resource, self.place)
        if any(call.file.path == self.place.file.path and call.line == self.lines[0] for call in resource.calls):
            return True
        extent, call = resource.extent, resource.call
        if call is not None and call.file.path == self.place.file.path and call.line <= self.lines[0]:
            return True
        return extent.file.path == self.place.file.path and extent.line <= self.lines[0] <= extent.file.position(extent.span.end)[0]


def parse_directive(text: str) -> Directive | None:
    """The exception in the text of a comment; None when the comment says something else."""
    if found := _NO_COLON.match(text):
        return Directive((), unclear=(f"a colon is missing; write obslint: {found['word']}[...]",))
    found = _DIRECTIVE.fullmatch(text.rstrip())
    if found is None or (found["word"] not in _WORDS and found["list"] is None):
        return None
    if found["word"] not in _WORDS:
        return Directive((), unclear=(f"{found['word']}[...] is not understood; write ignore[...]",))
    rules = tuple(dict.fromkeys(name for part in (found["rules"] or "").split(",") if (name := part.strip())))
    options, unclear = _options(found["rest"])
    reason, until, owner, scope = (options.get(key, "").strip() for key in _KEYS)
    return Directive(rules, reason, until, unclear, owner, found["word"] != _WORDS[0], scope)


def _options(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """`reason="..."`, `until=...`, `owner=...` and `scope="..."` in any order, and a complaint about anything else."""
    options: dict[str, str] = {}
    position = 0
    while found := _OPTION.match(text, position):
        if found["key"] not in _KEYS:
            return options, (f"{found['key']}= is not understood; there are reason=, until=, owner= and scope=",)
        quoted = found["double"]
        options[found["key"]] = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else found["single"] or found["bare"] or ""
        position = found.end()
    rest = text[position:].strip()
    return options, (f'{rest.split()[0]} is not understood; write reason="..." or until=YYYY-MM-DD',) if rest else ()


def file_ignores(file: SourceFile, dialect: str) -> tuple[Ignore, ...]:
    """The exceptions written in a file."""
    if "obslint" not in file.text:
        return ()
    if dialect == "terraform" and file.path.endswith(".json"):
        return tuple(_json_notes(file))
    yaml = dialect == "cloudformation"
    layout = yaml_layout(file) if yaml else hcl_layout(file.text)
    return tuple(_comment_ignores(file, layout, yaml))


def _comment_ignores(file: SourceFile, layout: Layout, yaml: bool) -> Iterator[Ignore]:
    for comment in layout.comments:
        directive = parse_directive(comment.text)
        if directive is None:
            continue
        if directive.file and not at_top(file, layout, comment):
            directive = replace(directive, unclear=(*directive.unclear, _MISPLACED))
        line = None if directive.file else target(file, layout.comments, comment)
        lines = (line, block_end(file, layout, line, yaml)) if line else None
        yield Ignore(directive, Place(file, comment.span), lines, rule_list=_rule_list(file, comment), whole=_whole(file, comment))


def target(file: SourceFile, comments: Sequence[Comment], comment: Comment) -> int | None:
    """The line a comment speaks of: its own when code stands there, else the first after the comments that follow it."""
    first, last = _lines(file, comment.span)
    if not _alone(file, comment.span):
        return first
    starts = {_lines(file, other.span)[0]: _lines(file, other.span)[1] for other in comments if _alone(file, other.span)}
    line = last + 1
    while line in starts:
        line = starts[line] + 1
    return line if line <= len(file.line_starts) and file.line(line).strip() else None


def at_top(file: SourceFile, layout: Layout, comment: Comment) -> bool:
    """Whether nothing but comments, and the mark that starts a YAML document, stands before a comment."""
    position, before = 0, []
    for other in layout.comments:
        if other.span.start >= comment.span.start:
            break
        before.append(file.text[position : other.span.start])
        position = other.span.end
    return "".join((*before, file.text[position : comment.span.start])).strip() in ("", "---")


def _lines(file: SourceFile, span: Span) -> tuple[int, int]:
    return file.position(span.start)[0], file.position(span.end)[0]


def _alone(file: SourceFile, span: Span) -> bool:
    """Whether nothing else stands on the lines of a comment."""
    first, last = _lines(file, span)
    return not file.text[file.line_span(first).start : span.start].strip() and not file.text[span.end : file.line_span(last).end].strip()


def _rule_list(file: SourceFile, comment: Comment) -> Span | None:
    """The text between the brackets."""
    opening = file.text.find("[", comment.span.start, comment.span.end)
    closing = file.text.find("]", opening, comment.span.end) if opening >= 0 else -1
    return Span(opening + 1, closing) if closing >= 0 else None


def _whole(file: SourceFile, comment: Comment) -> Span:
    """The comment with its lines when it stands alone, else with the blanks that set it off from the code."""
    first, last = _lines(file, comment.span)
    if _alone(file, comment.span):
        end = file.line_starts[last] if last < len(file.line_starts) else len(file.text)
        return Span(file.line_starts[first - 1], end)
    start, end = comment.span.start, comment.span.end
    if not file.text[file.line_starts[first - 1] : start].strip():
        return Span(start, end + len(file.text[end:]) - len(file.text[end:].lstrip(" \t")))
    while file.text[start - 1] in " \t":
        start -= 1
    return Span(start, end)


def _json_notes(file: SourceFile) -> Iterator[Ignore]:
    """The `//` members, which Terraform's JSON syntax leaves to comments."""
    for found in _JSON_NOTE.finditer(file.text):
        try:
            directive = parse_directive(json.loads(found.group(1)))
        except ValueError:
            continue
        if directive:
            yield Ignore(directive, Place(file, Span(found.start(), found.end())), surrounding=True)


def metadata_ignores(resource: Resource) -> Iterator[Ignore]:
    """The exceptions in the metadata of a resource: one mapping or a list of them."""
    listed = _member(_member(settle(resource.metadata), "obslint"), "ignore")
    if listed is None:
        return
    items = listed.data if isinstance(listed, Known) and isinstance(listed.data, tuple) else (listed,)
    for item in map(settle, items):
        place = item.place or listed.place or resource.header
        if isinstance(item, Known) and isinstance(item.data, Fields):
            named = _member(item, "rule")
            named = _member(item, "id") if named is None else named
            reason, until, owner, scope = (_text(item, key) for key in _KEYS)
            unclear = tuple(f"{key} is not understood; there are {', '.join(_MEMBERS)}" for key in item.data if key not in _MEMBERS)
            yield Ignore(Directive(tuple(_words(named)), reason, until, unclear, owner, scope=scope), place, resource=resource)
        else:
            yield Ignore(Directive((), unclear=("an exception is a mapping of rule, reason, until and owner",)), place, resource=resource)


def _member(value: Value | None, name: str) -> Value | None:
    if isinstance(value, Known) and isinstance(value.data, Fields) and name in value.data:
        return settle(value.data[name])
    return None


def _words(value: Value | None) -> Iterator[str]:
    """A text, or the texts of a list."""
    if isinstance(value, Known) and isinstance(value.data, tuple):
        for item in value.data:
            yield from _words(settle(item))
    elif isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        yield plain(value.data).strip()


def _text(value: Value, name: str) -> str:
    return " ".join(_words(_member(value, name)))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end

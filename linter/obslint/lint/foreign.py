"""Exceptions written for other tools, as far as obslint has a rule for what they are about.

Where a tool has room for a reason, an exception without one does not count here; elsewhere the comment itself is the reason.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from obslint.lint.comments import Comment, Layout, block_end, hcl_layout, yaml_layout
from obslint.lint.foreign_names import CDK_NAG_NUMBERS, LONG_NAMES
from obslint.lint.ignores import Directive, Ignore, at_top, target
from obslint.model import Accepted, Unit
from obslint.source import Place, SourceFile, Sources

ANY = "*"
_MARKS = ("checkov:skip", "bridgecrew:skip", "cortex:skip", "trivy:ignore", "tfsec:ignore", "kics-scan")
_CHECKOV = re.compile(r"(?:checkov|bridgecrew|cortex):skip=\s*(?P<ids>[A-Za-z_\d]+(?:,[A-Za-z_\d]+)*)(?::(?P<reason>[^\n]*))?")
_TRIVY = re.compile(r"(?P<tool>trivy|tfsec):ignore:(?P<rule>\S+)")
_DATED = re.compile(r"(?P<id>[\w*-]+)(?::exp:(?P<until>[\d-]+))?")
_KICS = re.compile(r"\s*kics-scan\s+(?P<what>ignore-line|ignore-block|ignore|disable=(?P<ids>[\w-]+(?:\s*,\s*[\w-]+)*))\s*")


def foreign_ignores(unit: Unit, sources: Sources, tools: Collection[str]) -> Iterator[Ignore]:
    """The exceptions in the files and the metadata of a unit that are for one of the tools."""
    dialect = unit.dialect
    for file in unit.files if tools else ():
        found = sources.derived(file, f"foreign:{dialect}", lambda file: tuple(_in_file(file, dialect)))
        yield from (ignore for ignore in found if ignore.tool in tools)
    for one in unit.accepted() if tools else ():
        if one.tool in tools and not one.applies_to:
            yield replace(_of_metadata(one), paths=lambda _: True)
    for resource in unit.resources if tools else ():
        for one in resource.accepted():
            if one.tool in tools and not one.applies_to:
                yield replace(_of_metadata(one), resource=resource)


def covers_rule(name: str, rule: str, aliases: Mapping[str, frozenset[str]]) -> bool:
    """Whether what an exception names is about a rule of obslint; `kics:*` is about all that KICS looks at too."""
    if not name.endswith(f":{ANY}"):
        return rule in aliases.get(name, ())
    return any(rule in rules for alias, rules in aliases.items() if alias.startswith(name.removesuffix(ANY)))


def is_mapped(ignore: Ignore, aliases: Mapping[str, frozenset[str]]) -> bool:
    """Whether an exception of another tool is about anything that obslint looks at."""
    return any(name.endswith(f":{ANY}") or name in aliases for name in ignore.directive.rules)


def _of_metadata(one: Accepted) -> Ignore:
    name = one.rule
    if one.tool == "cdk_nag":
        pack, _, name = one.rule.rpartition("-")
        name = CDK_NAG_NUMBERS.get(name, name) if pack == "AwsSolutions" else name
    reason = "named in SuppressedRules" if one.tool == "guard" else one.reason.strip()
    return Ignore(Directive((f"{one.tool}:{name}",), reason), one.place, tool=one.tool)


def _in_file(file: SourceFile, dialect: str) -> Iterator[Ignore]:
    if file.path.endswith(".json") or not any(mark in file.text for mark in _MARKS):
        return
    yaml = dialect == "cloudformation"
    layout = yaml_layout(file) if yaml else hcl_layout(file.text)
    for comment in layout.comments:
        yield from _checkov(file, layout, comment, yaml)
        yield from _trivy(file, layout, comment, yaml)
        yield from _kics(file, layout, comment, yaml)


def _checkov(file: SourceFile, layout: Layout, comment: Comment, yaml: bool) -> Iterator[Ignore]:
    """Checkov's comments stand inside a block, and are about all of it."""
    for found in _CHECKOV.finditer(comment.text):
        directive = Directive(tuple(f"checkov:{name}" for name in found["ids"].split(",")), (found["reason"] or "").strip())
        place = Place(file, comment.span)
        if yaml:
            yield Ignore(directive, place, surrounding=True, tool="checkov")
        elif lines := _block_around(file, layout, comment):
            yield Ignore(directive, place, lines, tool="checkov")


def _block_around(file: SourceFile, layout: Layout, comment: Comment) -> tuple[int, int] | None:
    """The lines of the outermost block around a comment."""
    depth, start = 0, 0
    for offset, step in layout.brackets:
        if depth == 0 and step > 0:
            start = offset
        depth += step
        if depth == 0 and start < comment.span.start < offset:
            return file.position(start)[0], file.position(offset)[0]
    return None


def _trivy(file: SourceFile, layout: Layout, comment: Comment, yaml: bool) -> Iterator[Ignore]:
    """Comments of trivy and tfsec are about their own line or block, or the next. Those for a workspace or a value are not understood."""
    for found in _TRIVY.finditer(comment.text):
        dated = _DATED.fullmatch(found["rule"])
        if dated is not None:
            name = LONG_NAMES.get(dated["id"].lower(), dated["id"].upper().removeprefix("AVD-"))
            directive = Directive((f"trivy:{name}",), found.group(), dated["until"] or "")
            yield from _at_target(file, layout, comment, yaml, directive, found["tool"])


def _kics(file: SourceFile, layout: Layout, comment: Comment, yaml: bool) -> Iterator[Ignore]:
    found = _KICS.fullmatch(comment.text)
    if found is None:
        return
    names = [name.strip()[:8] for name in found["ids"].split(",")] if found["ids"] else [ANY]
    directive = Directive(tuple(f"kics:{name}" for name in names), found.group().strip())
    if found["what"] in ("ignore-line", "ignore-block"):
        yield from _at_target(file, layout, comment, yaml, directive, "kics", line_only=found["what"] == "ignore-line")
    elif at_top(file, layout, comment):
        yield Ignore(replace(directive, file=True), Place(file, comment.span), tool="kics")


def _at_target(
    file: SourceFile, layout: Layout, comment: Comment, yaml: bool, directive: Directive, tool: str, *, line_only: bool = False
) -> Iterator[Ignore]:
    line = target(file, layout.comments, comment)
    if line is not None:
        last = line if line_only else block_end(file, layout, line, yaml)
        yield Ignore(directive, Place(file, comment.span), (line, last), tool=tool)

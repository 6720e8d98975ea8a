"""One hundred small templates, each in many written forms: all mean the same, and a fix changes nothing but what it has to.

The forms: block YAML, flow YAML, JSON with two spaces, with tabs and minified, some with line ends of both kinds.
"""

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from cfn_support import applied, image, load, plain
from test_meaning import CASES, TEMPLATE

from obslint.cloudformation.parse import parse_template
from obslint.lint.request import FixMode, Request
from obslint.lint.runner import run
from obslint.model import Declined, Edit, Known, Unit, parse_path
from obslint.source import SourceFile

MARKS = ("# a größe 😀", "# b", "# c: {[!Ref X]}")
"""Comments that YAML forms hold and no fix may touch."""


def parts(expression: str) -> dict[str, Any]:
    """A template around an expression: the trail has a defect that one fix mends, the group one that another mends."""
    text = TEMPLATE.format(expression=expression)
    extra = (
        "  Trail: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: false, S3BucketName: b}}\n  Group: {Type: AWS::Logs::LogGroup}\n"
    )
    return data_of(text + extra)


def data_of(text: str) -> Any:
    """The template as data, functions in their long form."""
    root = parse_template(SourceFile("t.yaml", text)).root
    assert root is not None
    return plain(root)


def scalar(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return "null" if value is None else json.dumps(value)


def flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def block(value: Any, indent: int = 0) -> Iterator[str]:
    """Lines of YAML with comments behind and between them."""
    margin = " " * indent
    for index, (key, item) in enumerate(value.items()):
        mark = f"  {MARKS[index % 3]}"
        if isinstance(item, dict) and item and indent < 8:
            yield f"{margin}{key}:{mark}"
            yield from block(item, indent + 2)
            yield ""
        else:
            yield f"{margin}{scalar(key) if not re.fullmatch('[A-Za-z]+', key) else key}:   {flow(item)}{mark}"
        yield f"{margin}{MARKS[(index + 1) % 3]}"


def forms(data: dict[str, Any]) -> dict[str, str]:
    """A template in every written form."""
    found = {
        "block.yaml": "\n".join(block(data)) + "\n",
        "flow.yaml": "\n".join(f"{key}: {flow(value)} # {key}" for key, value in data.items()) + "\n",
        "indented.json": json.dumps(data, indent=2, ensure_ascii=False) + "\n",
        "tabs.json": json.dumps(data, indent="\t") + "\n",
        "minified.json": json.dumps(data, separators=(",", ":")),
    }
    return {**found, **{f"crlf-{name}": found[name].replace("\n", "\r\n") for name in ("block.yaml", "tabs.json")}}


def meaning(unit: Unit) -> dict[str, Any]:
    return {found.address: image(Known(found.fields)) for found in unit.resources}


def without_digests(value: Any) -> Any:
    return json.loads(re.sub(r"dynamic-reference-\w+|call-\w+", "*", json.dumps(value)))


EDITS = {
    "replaced": ("Trail", "IsLogging", True),
    "added": ("Group", "RetentionInDays", 365),
    "nested": ("Trail", "Deep.Er", "x"),
    "beside": ("Group", "..", "Retain"),
}


def edits_of(unit: Unit, name: str) -> tuple[Edit, ...]:
    address, path, value = EDITS[name]
    found = next(resource for resource in unit.resources if resource.address == address)
    assert found.writer is not None
    where = ("..", "DeletionPolicy") if path == ".." else parse_path(path)
    edits = found.writer.set_attribute(found, where, value)
    assert not isinstance(edits, Declined), edits.reason
    return edits


def untouched(before: str, after: str, edits: tuple[Edit, ...]) -> None:
    """Every character outside of the edits' spans is where it was, in order."""
    position = 0
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    start = 0
    for edit in ordered:
        kept = before[start : edit.span.start]
        assert after[position : position + len(kept)] == kept
        position += len(kept) + len(edit.text)
        start = edit.span.end
    assert after[position:] == before[start:]


@pytest.mark.parametrize("case", CASES)
def test_every_form_means_the_same_and_keeps_its_bytes(case: str) -> None:
    data = parts(CASES[case][0])
    wanted = None
    for name, text in forms(data).items():
        unit = load(text, name)
        assert not unit.problems, (name, unit.problems)
        found = without_digests(meaning(unit))
        wanted = wanted or found
        assert found == wanted, name
        for edit in EDITS:
            edits = edits_of(unit, edit)
            after = applied(text, edits)
            untouched(text, after, edits)
            assert sum(map(after.count, MARKS)) == sum(map(text.count, MARKS))
            assert sum(len(e.text) for e in edits) < 80, (name, edit)
            assert sum(e.span.end - e.span.start for e in edits) <= len("false"), (name, edit)
            _is_as_wished(after, name, found, edit)


def _is_as_wished(text: str, name: str, before: dict[str, Any], edit: str) -> None:
    """After an edit, one attribute has its new value and nothing else has changed."""
    unit = load(text, name)
    assert not unit.problems, (name, edit)
    address, path, value = EDITS[edit]
    after = without_digests(meaning(unit))
    if path == "..":
        resource = next(found for found in unit.resources if found.address == address)
        assert image(resource.lifecycle["DeletionPolicy"]) == value
    else:
        holder = before[address]
        whole = {**holder, "Deep": {"Er": value}} if path == "Deep.Er" else {**holder, path: value}
        before = {**before, address: whole}
    assert after == before, (name, edit)
    if "crlf" in name:
        assert text.count("\n") == text.count("\r\n")


@pytest.mark.parametrize(("form", "seed"), list(product(forms(parts("x")), ["!If [Prod, 365, !Ref AWS::NoValue]", "!Sub 'x-${Env}-y'"])))
def test_a_run_with_fixes_changes_the_lines_it_shows(tmp_path: Path, form: str, seed: str) -> None:
    """The whole way, from the files on disk to the files on disk."""
    text = forms(parts(seed))[form]
    path = tmp_path / form.removeprefix("crlf-")
    path.write_bytes(text.encode())
    request = {"select": ("stopped-trail", "log-group-never-expires"), "fix": FixMode.UNSAFE}
    run(Request((path,), tmp_path, write=True, **request))
    after = path.read_bytes().decode()
    before, lines = text.splitlines(), after.splitlines()
    changes = [found for found in SequenceMatcher(None, before, lines, autojunk=False).get_opcodes() if found[0] != "equal"]
    gone = [line for _, start, end, _, _ in changes for line in before[start:end]]
    assert len(gone) <= 2
    assert all("IsLogging" in line or "AWS::Logs::LogGroup" in line for line in gone)
    assert len(lines) - len(before) in (0, 2, 3)
    assert after.count("\r\n") == (after.count("\n") if form.startswith("crlf-") else 0)
    assert not run(Request((path,), tmp_path, select=request["select"])).report.findings


SHARED = {
    "an aliased mapping": ("    Properties: &p {IsLogging: false}\n", "  Other: {Type: AWS::CloudTrail::Trail, Properties: *p}\n"),
    "an aliased value": (
        "    Properties: {IsLogging: &off false}\n",
        "  Other: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: *off}}\n",
    ),
    "a merge key": ("    Properties: {<<: *base}\n", ""),
}


@pytest.mark.parametrize("case", SHARED)
def test_what_is_written_once_for_several_is_left_alone(tmp_path: Path, case: str) -> None:
    inside, after = SHARED[case]
    head = "X: &base {IsLogging: false}\n" if case == "a merge key" else ""
    text = f"{head}Resources:\n  A:\n    Type: AWS::CloudTrail::Trail # t\n{inside}{after}"
    path = tmp_path / "t.yaml"
    path.write_text(text)
    outcome = run(Request((path,), tmp_path, select=("stopped-trail",), fix=FixMode.UNSAFE, write=True))
    assert outcome.report.findings
    assert path.read_text() == text

"""Edits and snippets of what stands in jsonencode and in JSON text."""

from pathlib import Path

import pytest

from obslint.model import Declined, Edit, Pick, Plain, Resource
from obslint.source import SourceFile, Sources
from obslint.terraform import load

PATH = ("boxes", Pick("name", "b", "jsonencode"), "log")

LISTED = """resource "aws_x" "a" {
  boxes = jsonencode([
    { name = "a" },
    {
      name = "b" # the second
    }
  ])
}
"""


def _resource(text: str, folder: Path) -> Resource:
    (folder / "main.tf").write_text(text)
    (unit,) = load(Sources(folder), [folder])
    return next(iter(unit.of_type("aws_x")))


def _set(text: str, folder: Path, value: Plain) -> str | Declined:
    resource = _resource(text, folder)
    assert resource.writer is not None
    edits = resource.writer.set_attribute(resource, PATH, value)
    return edits if isinstance(edits, Declined) else _applied(edits)


def _applied(edits: tuple[Edit, ...]) -> str:
    file: SourceFile = edits[0].file
    text = file.text
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_a_member_is_added_to_the_item_that_is_picked(tmp_path: Path) -> None:
    assert _set(LISTED, tmp_path, {"driver": "x"}) == LISTED.replace(
        '"b" # the second\n', '"b" # the second\n      log = {\n        driver = "x"\n      }\n'
    )


@pytest.mark.parametrize(
    ("boxes", "reason"),
    [
        ('jsonencode([{ name = "b" }])', "the map is written on one line"),
        ('jsonencode([{ name = "c" }, { name = "d" }])', "boxes is not written out"),
        ("jsonencode(var.boxes)", "boxes is not written out"),
        ('"[{}]"', "boxes is not written out"),
    ],
)
def test_what_is_not_written_out_is_declined(boxes: str, reason: str, tmp_path: Path) -> None:
    text = f'resource "aws_x" "a" {{\n  boxes = {boxes}\n}}\n'
    assert _set(text, tmp_path, {"driver": "x"}) == Declined(reason)


def test_a_snippet_is_in_the_syntax_of_the_text(tmp_path: Path) -> None:
    resource = _resource(LISTED, tmp_path)
    assert resource.writer is not None
    plain = ("boxes", Pick("name", "b", "text"), "log", "driver")
    assert resource.writer.render_attributes({PATH: {"driver": "x"}}) == 'log = {\n  driver = "x"\n}'
    assert resource.writer.render_attributes({plain: "x"}) == '"log": {\n  "driver": "x"\n}'

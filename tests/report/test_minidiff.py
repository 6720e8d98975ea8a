"""Edits as the lines of a diff."""

from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from obslint.lint.result import Location, TextEdit
from obslint.report.minidiff import minidiff
from obslint.source import SourceFile


def edit(file: SourceFile, start: int, end: int, text: str) -> TextEdit:
    return TextEdit(Location(file.path, *file.position(start), *file.position(end), start, end), text)


def lines(text: str, *edits: tuple[int, int, str]) -> list[str]:
    file = SourceFile("f", text)
    return [f"{line.number}{line.sign}{line.text}" for line in minidiff(file, [edit(file, *one) for one in edits])]


def test_a_changed_value():
    assert lines("a = 1\nb = 2\n", (10, 11, "3")) == ["2-b = 2", "2+b = 3"]


def test_an_inserted_line_keeps_the_others():
    assert lines("a {\n  b = 1\n}\n", (11, 11, "\n  c = 2\n  d = 3")) == ["3+  c = 2", "4+  d = 3"]


def test_a_removed_line():
    assert lines("a\nb\nc\n", (2, 4, "")) == ["2-b"]


def test_numbers_after_an_insertion_are_those_of_the_new_file():
    assert lines("a\nb\nc\nd\ne\n", (1, 1, "\nnew"), (8, 9, "E")) == ["2+new", "5-e", "6+E"]


def test_two_edits_of_one_line_make_one_change():
    assert lines("a = 1, 2\n", (4, 5, "7"), (7, 8, "8")) == ["1-a = 1, 2", "1+a = 7, 8"]


def test_line_ends_are_not_shown():
    assert lines("a\r\nb\r\n", (1, 1, "\r\nnew")) == ["2+new"]


def test_edits_of_another_text_are_left_out():
    file = SourceFile("f", "a\n")
    assert minidiff(file, [TextEdit(Location("f", 9, 1, 9, 2, 90, 91), "x")]) == []


@given(st.text("ab\n", max_size=40), st.data())
def test_it_says_what_a_diff_says(text, data):
    """The lines that come and go are those that differ between the two texts."""
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    spans = [(start, end, data.draw(st.text("xy\n", max_size=5))) for start, end in zip(offsets[::2], offsets[1::2], strict=False)]
    after, position = "", 0
    for start, end, new in spans:
        after, position = after + text[position:start] + new, end
    after += text[position:]
    old, new = text.split("\n"), after.split("\n")
    rebuilt, removed = list(old), {}
    file = SourceFile("f", text)
    changed = minidiff(file, [edit(file, *span) for span in spans])
    removed = {line.number for line in changed if line.sign == "-"}
    added = {line.number: line.text for line in changed if line.sign == "+"}
    kept = iter([line for number, line in enumerate(old, 1) if number not in removed])
    rebuilt = [added[number] if number in added else next(kept) for number in range(1, len(new) + 1)]
    assert rebuilt == new, list(unified_diff(old, new))

"""Places in the units of editors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.editor.changes import line_changes
from obslint.editor.positions import offset, point
from obslint.source import SourceFile

TEXT = 'a\r\n\U0001f512é = "\U0001f512"\rlast'
CHARACTERS = st.text(alphabet="ab \n\r\u2028é\U0001f512\u200d", max_size=30)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
def test_columns(encoding, column):
    file = SourceFile("a", TEXT)
    at = TEXT.index(" =")
    assert point(file, at, encoding) == (1, column)
    assert offset(file, (1, column), encoding) == at


@pytest.mark.parametrize(("where", "at"), [((0, 99), 1), ((9, 0), len(TEXT)), ((2, 4), len(TEXT)), ((1, 1), 3)])
def test_points_beyond_the_text_and_inside_of_a_character(where, at):
    assert offset(SourceFile("a", TEXT), where) == at


@given(CHARACTERS, st.data(), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back(text, data, encoding):
    file = SourceFile("a", text)
    at = data.draw(st.integers(0, len(text)))
    line, column = point(file, at, encoding)
    span = file.line_span(line + 1)
    assert offset(file, (line, column), encoding) == min(at, span.end)


@given(CHARACTERS, CHARACTERS)
def test_line_changes_make_the_text(tmp_path_factory, before, after):
    file = SourceFile("a", before)
    text = before
    for change in reversed(line_changes(tmp_path_factory.getbasetemp(), file, after)):
        text = text[: change.span.start] + change.text + text[change.span.end :]
    assert text == after

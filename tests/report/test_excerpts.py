"""Lines with marks below them, for every kind of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.lint.result import Location
from obslint.report.excerpt import Mark, excerpt, header_line, local_name
from obslint.report.gutter import Gutter
from obslint.report.printable import width, window
from obslint.report.style import Style
from obslint.source import SourceFile


def shown(text: str, *ranges: tuple[int, int], columns: int = 80, context: int | None = None) -> list[str]:
    file = SourceFile("f", text)
    marks = [
        Mark(Location("f", *file.position(start), *file.position(end), start, end), underline="^-"[n > 0])
        for n, (start, end) in enumerate(ranges)
    ]
    return list(excerpt(file, marks, Gutter(1, Style(width=columns)), context))


def mark(text: str, part: str, **more) -> list[str]:
    start = text.index(part)
    return shown(text, (start, start + len(part)), **more)


def test_tabs_are_four_columns():
    assert mark("\tname\t= 1\n", "= 1") == [" 1 |     name    = 1", "   |             ^^^"]


def test_wide_characters_take_two_columns():
    assert mark('  名前 = "監視"\n', "監視") == [' 1 |   名前 = "監視"', "   |           ^^^^"]


def test_combining_characters_take_none():
    assert mark("cafe\u0301 = 1\n", "1") == [" 1 | cafe\u0301 = 1", "   |        ^"]


def test_crlf_is_not_part_of_the_line():
    assert mark("a = 1\r\nb = 2\r\n", "b = 2") == [" 2 | b = 2", "   | ^^^^^"]


@pytest.mark.parametrize(
    ("text", "at", "row"), [("a = \n", 4, "   |     ^"), ("abc\n", 3, "   |    ^"), ("", 0, "   | ^"), ("a\n", 2, "   | ^")]
)
def test_an_empty_range_gets_one_caret(text, at, row):
    assert shown(text, (at, at))[-1] == row


def test_blanks_around_a_range_are_not_underlined():
    assert shown("a = 1   \n", (1, 8)) == [" 1 | a = 1", "   |   ^^^"]


def test_a_range_over_lines_is_underlined_on_its_first():
    assert mark("a = [\n  1,\n]\n", "[\n  1,\n]") == [" 1 | a = [", "   |     ^ (to line 3)"]


def test_two_marks_on_a_line_get_a_row_each():
    assert shown("a = b\n", (0, 1), (4, 5)) == [" 1 | a = b", "   | ^", "   |     -"]


def test_lines_between_are_left_out_and_a_single_one_is_not():
    assert mark("h\n1\nx\n", "x", context=1) == [" 1 | h", " 2 | 1", " 3 | x", "   | ^"]
    assert mark("h\n1\n2\nx\n", "x", context=1) == [" 1 | h", "...", " 4 | x", "   | ^"]


def test_a_long_line_is_cut_around_the_mark():
    line, caret = mark("x" * 500 + "NEEDLE" + "y" * 500 + "\n", "NEEDLE", columns=60)
    assert len(line) <= 60
    assert line[caret.index("^") : caret.rindex("^") + 1] == "NEEDLE"
    assert line.startswith(" 1 | …")
    assert line.endswith("…")


def test_a_mark_outside_of_what_is_shown_stands_at_its_end():
    text = "x" * 10 + "A" + "y" * 400 + "B\n"
    start = text.index("B")
    rows = shown(text, (10, 11), (start, start + 1), columns=60)
    assert len(rows[2]) <= 61


characters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=200)


@given(characters, st.integers(20, 90), st.data())
def test_no_line_is_wider_than_asked_and_the_focus_is_in_it(line, limit, data):
    start = data.draw(st.integers(1, len(line) + 1))
    end = data.draw(st.integers(start, len(line) + 1))
    cut = window(line, limit, (start, end))
    assert width(cut.text) <= limit
    assert 0 <= cut.column(start) <= cut.column(end) <= limit
    columns = [cut.column(n) for n in range(1, len(line) + 2)]
    assert columns == sorted(columns)


@given(st.text("abc\t監\u0301", max_size=30))
def test_a_character_stands_where_its_column_says(line):
    cut = window(line, 400)
    assert cut.column(len(line) + 1) == width(cut.text)


TERRAFORM = """\
resource "aws_cloudtrail" "main" {
  policy = <<EOF
{ "x": 1 }
EOF
  event_selector {
    read = "All"
  }
}
"""
TEMPLATE = """\
Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      # Main is the only one
      IsLogging: false
"""


def line_of(text: str, part: str) -> Location:
    file = SourceFile("f", text)
    start = text.index(part)
    return Location("f", *file.position(start), *file.position(start + len(part)))


@pytest.mark.parametrize(
    ("text", "part", "address", "kind", "header"),
    [
        (TERRAFORM, "read", 'module.a["x.y"].aws_cloudtrail.main["k.l"]', "aws_cloudtrail", 1),
        (TERRAFORM, "event_selector", "aws_cloudtrail.main[0]", "aws_cloudtrail", 1),
        (TERRAFORM, "resource", "aws_cloudtrail.main", "aws_cloudtrail", None),
        (TERRAFORM, "read", "aws_cloudtrail.other", "aws_cloudtrail", None),
        (TEMPLATE, "IsLogging", "Main", "AWS::CloudTrail::Trail", 2),
        (TEMPLATE, "IsLogging", "Mai", "AWS::CloudTrail::Trail", None),
    ],
)
def test_the_header_of_a_resource_is_found(text, part, address, kind, header):
    assert header_line(SourceFile("f", text), line_of(text, part), address, kind) == header


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Api", "Api"),
        ("aws_x.a", "a"),
        ("module.m.aws_x.a[0]", "a"),
        ('aws_x.a["b.c"]', "a"),
        ('aws_x.a["]."]', "a"),
        ("data.aws_x.a", "a"),
    ],
)
def test_local_names(address, name):
    assert local_name(address) == name

"""Places survive every line end, wide character and byte order mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.source import Place, SourceFile, Span, UnreadableError, decode, read_source

ALPHABET = st.sampled_from(["a", "é", "漢", "😀", " ", "\t", "\n", "\r\n", "\r", "\u2028", "\x0b", "\ufeff", "\u0301"])
TEXTS = st.lists(ALPHABET, max_size=30).map("".join)


@given(TEXTS)
def test_byte_offsets_turn_into_character_offsets(text):
    file = SourceFile("f", text)
    for offset in range(len(text) + 1):
        assert file.from_bytes_offset(len(text[:offset].encode())) == offset


@given(TEXTS)
def test_positions_turn_back_into_offsets(text):
    file = SourceFile("f", text)
    for offset in range(len(text) + 1):
        line, column = file.position(offset)
        assert column >= 1
        assert file.line_starts[line - 1] + column - 1 == offset


@given(TEXTS)
def test_lines_are_split_at_every_kind_of_line_end_and_nowhere_else(text):
    file = SourceFile("f", text)
    lines = [file.line(number) for number in range(1, len(file.line_starts) + 1)]
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS, st.booleans())
def test_decoding_loses_nothing(text, bom):
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    file = decode(data, "f")
    assert (b"\xef\xbb\xbf" if file.bom else b"") + file.text.encode() == data


@given(TEXTS.filter(bool), st.data())
def test_a_place_shows_its_own_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Place(SourceFile("f", text), Span(start, end))
    assert place.text == text[start:end]
    assert str(place) == f"f:{place.line}:{start - place.file.line_starts[place.line - 1] + 1}"


def test_new_lines_follow_the_file():
    assert SourceFile("f", "a\r\nb\r\n").newline == "\r\n"
    assert SourceFile("f", "a\nb").newline == "\n"


@pytest.mark.parametrize(("data", "why"), [(b"\xff\xfea\0", "not UTF-8"), (b"a\0b", "binary"), (b"caf\xe9", "not UTF-8")])
def test_what_is_not_text_is_refused_with_a_reason(data, why):
    with pytest.raises(UnreadableError, match=why):
        decode(data, "f")


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableError, match="No such file"):
        read_source(tmp_path / "missing.tf")


def test_a_file_above_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("obslint.source.text.MAX_BYTES", 3)
    (tmp_path / "big.tf").write_text("four")
    with pytest.raises(UnreadableError, match="more than the limit"):
        read_source(tmp_path / "big.tf")

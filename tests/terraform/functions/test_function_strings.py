from unicodedata import normalize

import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import TfSet, TooLargeError, call

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

CASES = [
    ("chomp", ["hello\n"], "hello"),
    ("chomp", ["hello\r\n"], "hello"),
    ("chomp", ["hello\n\n"], "hello"),
    ("chomp", ["a\n\r\n\r"], "a"),
    ("chomp", ["a\nb"], "a\nb"),
    ("endswith", ["hello world", "world"], True),
    ("endswith", ["hello world", "hello"], False),
    ("endswith", ["x", ""], True),
    ("indent", [2, "[\n  foo,\n  bar,\n]\n"], "[\n    foo,\n    bar,\n  ]\n  "),
    ("indent", [4, "x"], "x"),
    ("indent", ["1", "a\n"], "a\n "),
    ("indent", [-1, "a\nb"], REFUSED),
    ("indent", [1.5, "a\nb"], REFUSED),
    ("join", ["-", ["foo", "bar", "baz"]], "foo-bar-baz"),
    ("join", [", ", ["foo"]], "foo"),
    ("join", [",", []], ""),
    ("join", [",", ["a"], ["b", "c"]], "a,b,c"),
    ("join", [",", [1, True, "x", 0.5]], "1,true,x,0.5"),
    ("join", [",", TfSet(["b", "a"])], "a,b"),
    ("join", [",", ["a", None]], REFUSED),
    ("join", [",", "a"], REFUSED),
    ("join", [",", [["a"]]], REFUSED),
    ("join", [","], REFUSED),
    ("join", [None, ["a"]], REFUSED),
    ("lower", ["HELLO"], "hello"),
    ("lower", ["АЛЛО!"], "алло!"),
    ("lower", ["\u0130"], "i"),
    ("lower", [5], "5"),
    ("replace", ["1 + 2 + 3", "+", "-"], "1 - 2 - 3"),
    ("replace", ["hello world", "/w.*d/", "everybody"], "hello everybody"),
    ("replace", ["abc", "", "-"], "-a-b-c-"),
    ("replace", ["a/b", "/", "-"], "a-b"),
    ("replace", ["abc", "/b*/", "x"], "xaxcx"),
    ("replace", ["baaau", "/a*/", "$0-"], "-baaa-u-"),
    ("replace", ["hello", "/(l)(?P<n>o)/", "$n$1x$$y"], "helo$y"),
    ("replace", ["foo-bar", "/(\\w+)-(\\w+)/", "${2}_${1}"], "bar_foo"),
    ("replace", ["foo-bar", "/(\\w+)-(\\w+)/", "$2_$1"], "foo"),
    ("replace", ["ab", "/(b)|(c)/", "[$2$1$3]"], "a[b]"),
    ("replace", ["ab", "/b/", "$"], "a$"),
    ("replace", ["ab", "/(/", "x"], REFUSED),
    ("split", [",", "foo,bar,baz"], ["foo", "bar", "baz"]),
    ("split", [",", "foo"], ["foo"]),
    ("split", [",", ""], [""]),
    ("split", ["", "añb"], ["a", "ñ", "b"]),
    ("split", ["", ""], []),
    ("split", ["::", "a::b:c"], ["a", "b:c"]),
    ("startswith", ["hello world", "hello"], True),
    ("startswith", ["hello world", "world"], False),
    ("strcontains", ["hello world", "wor"], True),
    ("strcontains", ["hello world", "wod"], False),
    ("strrev", ["hello"], "olleh"),
    ("strrev", ["a ☃"], "☃ a"),
    ("strrev", [f"an\u0303b{FAMILY}"], f"{FAMILY}b\u00f1a"),
    ("strrev", ["ax\u0303"], "x\u0303a"),
    ("upper", ["e\u0301"], "\u00c9"),
    ("substr", ["hello world", 1, 4], "ello"),
    ("substr", ["🤔🤷", 0, 1], "🤔"),
    ("substr", ["hello world", -5, -1], "world"),
    ("substr", ["hello world", 6, 10], "world"),
    ("substr", ["hello", -2, 3], "lo"),
    ("substr", ["hello", -9, 3], "hel"),
    ("substr", ["hello", 1, -1], "ello"),
    ("substr", ["hello", 2, 0], ""),
    ("substr", ["hello", -2, 0], "lo"),
    ("substr", ["hello", -2, 1], "l"),
    ("substr", ["hello", 5, 1], ""),
    ("substr", ["hello", 9, 1], ""),
    ("substr", ["", 1, 1], ""),
    ("title", ["hello world"], "Hello World"),
    ("title", ["hello_world foo-bar 1st été"], "Hello_world Foo-Bar 1st Été"),
    ("title", ["ßa \u01c6"], "ßa \u01c5"),
    ("trim", ["?!hello?!", "!?"], "hello"),
    ("trim", ["foobar", "far"], "oob"),
    ("trim", ["   hello! world.!  ", "! "], "hello! world."),
    ("trim", [" a ", ""], " a "),
    ("trimprefix", ["helloworld", "hello"], "world"),
    ("trimprefix", ["helloworld", "cat"], "helloworld"),
    ("trimsuffix", ["helloworld", "world"], "hello"),
    ("trimsuffix", ["helloworld", ""], "helloworld"),
    ("trimspace", ["  hello\n\n"], "hello"),
    ("trimspace", ["\u00a0\u2003x\u3000\u200b"], "x\u3000\u200b"),
    ("trimspace", ["\x1cx\x1f"], "\x1cx\x1f"),
    ("upper", ["hello"], "HELLO"),
    ("upper", ["алло!"], "АЛЛО!"),
    ("upper", ["ßŉǆ"], "ßŉǄ"),
    ("length", ["hello"], 5),
    ("length", [""], 0),
    ("length", ["👾🕹️"], 2),
    ("length", [FAMILY + "e\u0301\U0001f1e9\U0001f1ea\U0001f1e9"], 4),
    ("length", ["\r\n\n"], 2),
    ("length", ["\uac01\u1100\u1161\u11a8"], 2),
    ("length", ["👍🏽👍"], 2),
    ("length", ["\u0915\u093f"], 1),
]


@pytest.mark.parametrize("case", CASES, ids=show)
def test_strings(case):
    check(case)


@given(st.text())
def test_reversing_twice_gives_the_characters_back(text):
    from obslint.terraform.functions.graphemes import graphemes

    text = normalize("NFC", text)
    assert "".join(graphemes(text)) == text
    assert call("strrev", [text], None) == normalize("NFC", "".join(reversed(graphemes(text))))


@given(st.lists(st.text(alphabet="abc")), st.sampled_from([",", "::"]))
def test_split_undoes_join(parts, separator):
    joined = call("join", [separator, parts], None)
    assert call("split", [separator, joined], None) == (parts or [""])


@given(st.text(max_size=20), st.integers(-25, 25), st.integers(1, 25))
def test_substr_is_a_slice_of_plain_characters(text, offset, length):
    plain = text.encode("ascii", "ignore").decode().replace("\r", "")
    start = max(0, offset + len(plain) if offset < 0 else offset)
    assert call("substr", [plain, offset, length], None) == plain[start : start + length]


def test_bounds():
    with pytest.raises(TooLargeError):
        call("indent", [10**9, "a\nb"], None)
    with pytest.raises(TooLargeError):
        call("join", ["x" * 10_000, ["a"] * 1000], None)
    with pytest.raises(TooLargeError):
        call("replace", ["a" * 10_000, "a", "x" * 1000], None)
    with pytest.raises(TooLargeError):
        call("replace", ["a" * 10_000, "/a/", "x" * 1000], None)
    with pytest.raises(TooLargeError):
        call("upper", ["a" * (5 * 1024 * 1024)], None)

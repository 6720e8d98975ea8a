import contextlib
import re
import time

import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import UndecidedError, call

CASES = [
    ("regex", ["[a-z]+", "53453453.345345aaabbbccc23454"], "aaabbbccc"),
    ("regex", ["[a-z]+", "53453453.34534523454"], REFUSED),
    ("regex", ["(\\d\\d\\d\\d)-(\\d\\d)-(\\d\\d)", "2019-02-01"], ["2019", "02", "01"]),
    (
        "regex",
        ["^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?", "https://example.com/docs/"],
        {"authority": "example.com", "scheme": "https"},
    ),
    ("regex", ["(?P<a>x)|(?P<b>y)", "y"], {"a": None, "b": "y"}),
    ("regex", ["(?<a>x)", "x"], {"a": "x"}),
    ("regex", ["(a)(?P<b>b)", "ab"], REFUSED),
    ("regex", ["(?P<a>a)(?P<a>b)", "ab"], {"a": "b"}),
    ("regex", ["(x)?y", "y"], [None]),
    ("regex", ["^$", ""], ""),
    ("regex", ["a$", "a\n"], REFUSED),
    ("regex", ["a\\z", "ba"], "a"),
    ("regex", ["a\\Z", "ba"], REFUSED),
    ("regex", ["\\Aa", "ba"], REFUSED),
    ("regex", ["(?i)AbC[x-z]", "xabcY"], "abcY"),
    ("regex", ["(?i:\u017f)[\u017f]", "s\u017fs"], "s\u017f"),
    ("regex", ["(?i)k[K]", "\u212ak"], "Kk"),
    ("regex", ["a(?i)b|c", "AC"], "C"),
    ("regex", ["(a(?i)b)c", "aBc"], ["aB"]),
    ("regex", ["(a(?i)b)c", "aBC"], REFUSED),
    ("regex", ["(?-i)a", "A"], REFUSED),
    ("regex", ["a.b", "a\nb"], REFUSED),
    ("regex", ["(?s)a.b", "a\nb"], "a\nb"),
    ("regex", ["(?U)a+", "aaa"], "a"),
    ("regex", ["(?U)a+?", "aaa"], "aaa"),
    ("regex", ["(?m)^b$", "a\nb\nc"], "b"),
    ("regex", ["a{2}", "aaa"], "aa"),
    ("regex", ["a{2,}", "aaa"], "aaa"),
    ("regex", ["a{1,2}?", "aaa"], "a"),
    ("regex", ["a{,2}", "a{,2}"], "a{,2}"),
    ("regex", ["a{1001}", "a"], REFUSED),
    ("regex", ["a{2,1}", "a"], REFUSED),
    ("regex", ["x{", "x{"], "x{"),
    ("regex", ["a**", "a"], REFUSED),
    ("regex", ["a+*", "a"], REFUSED),
    ("regex", ["*a", "a"], REFUSED),
    ("regex", ["(?:^*)a", "a"], "a"),
    ("regex", ["a|*", "a"], REFUSED),
    ("regex", ["(a", "a"], REFUSED),
    ("regex", ["a)", "a"], REFUSED),
    ("regex", ["[a", "a"], REFUSED),
    ("regex", ["[z-a]", "a"], REFUSED),
    ("regex", ["a\\", "a"], REFUSED),
    ("regex", ["(?=a)", "a"], REFUSED),
    ("regex", ["(?<!a)b", "b"], REFUSED),
    ("regex", ["(a)\\1", "aa"], REFUSED),
    ("regex", ["\\y", "y"], REFUSED),
    ("regex", ["a++", "a"], REFUSED),
    ("regex", ["(?>a)", "a"], REFUSED),
    ("regex", ["[]a]+", "]a"], "]a"),
    ("regex", ["[^]]+", "a]"], "a"),
    ("regex", ["[a\\-z]+", "-za"], "-za"),
    ("regex", ["[a-]+", "-a"], "-a"),
    ("regex", ["[-a]+", "-a"], "-a"),
    ("regex", ["[^\\d\\s]+", "1 ab"], "ab"),
    ("regex", ["[[:alpha:]_]+", "12ab_"], "ab_"),
    ("regex", ["[[:^alpha:]]+", "ab12"], "12"),
    ("regex", ["[[:nope:]]", "a"], REFUSED),
    ("regex", ["\\pL+", "1é日"], "é日"),
    ("regex", ["\\p{Lu}", "aÉ"], "É"),
    ("regex", ["\\P{Lu}", "Éa"], "a"),
    ("regex", ["[\\p{Nd}x]+", "a٣x"], "٣x"),
    ("regex", ["\\p{^Lu}", "Aa"], "a"),
    ("regex", ["\\d", "٣"], REFUSED),
    ("regex", ["\\w", "é"], REFUSED),
    ("regex", ["\\bx", "éx"], "x"),
    ("regex", ["\\Bb", "ab b"], "b"),
    ("regex", ["\\s", "\v"], REFUSED),
    ("regex", ["\\x41\\x{42}\\103\\t", "ABC\t"], "ABC\t"),
    ("regex", ["\\Q.*\\E+", ".***"], ".***"),
    ("regex", ["\\Qa+b", "a+b"], "a+b"),
    ("regex", ["\\.\\/\\_", "./_"], "./_"),
    ("regex", ["(a|ab)(c|bcd)(d*)", "abcd"], ["a", "bcd", ""]),
    ("regex", ["(a*)*b", "aab"], ["aa"]),
    ("regex", ["(a*)+", "b"], [""]),
    ("regex", ["(a|b)*", "ab"], ["b"]),
    ("regex", ["(|a)+", "aaa"], [""]),
    ("regex", ["(|a)*", "aa"], [""]),
    ("regex", ["(a?)*?b", "aab"], ["a"]),
    ("regex", ["(a?){3}", "aa"], [""]),
    ("regex", ["(?:(a)|b)+", "ab"], ["a"]),
    ("regex", ["日.", "今日は"], "日は"),
    ("regexall", ["[a-z]+", "1234abcd5678efgh9"], ["abcd", "efgh"]),
    ("regexall", ["[a-z]+", "123456789"], []),
    ("regexall", ["a|", "aab"], ["a", "a", ""]),
    ("regexall", ["|a", "aab"], ["", "", "", ""]),
    ("regexall", ["a*", "baaau"], ["", "aaa", ""]),
    ("regexall", ["(\\w)(\\d)?", "a1b"], [["a", "1"], ["b", None]]),
    ("regexall", ["(?m)^\\w+$", "ab\ncd"], ["ab", "cd"]),
    ("regexall", ["\\b", "ab c"], ["", "", "", ""]),
    ("regexall", ["(?P<k>\\w)=(?P<v>\\w)", "a=1,b=2"], [{"k": "a", "v": "1"}, {"k": "b", "v": "2"}]),
]


@pytest.mark.parametrize("case", CASES, ids=show)
def test_patterns(case):
    check(case)


def test_scripts_are_undecided():
    with pytest.raises(UndecidedError):
        call("regex", ["\\p{Greek}", "\u03b1"], None)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "(a|aa)+$", "a*a*a*a*a*b", "(.*)*x", "((a?){30}){30}b"])
def test_no_pattern_runs_away(pattern):
    started = time.process_time()
    with contextlib.suppress(UndecidedError):
        call("regexall", [pattern, "a" * 300 + "!"], None)
    assert time.process_time() - started < 10


def test_huge_repetitions_are_undecided():
    with pytest.raises(UndecidedError):
        call("regex", ["((a{1000}){1000}){1000}", "a"], None)


ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "\\d", "(?:a|b)", "(a)", "(?:ab)"])
PATTERNS = st.lists(
    st.tuples(ATOMS, st.sampled_from(["", "*", "+", "?", "*?", "+?", "{2}", "{1,2}"])).map("".join), min_size=1, max_size=4
).map("".join)


@given(PATTERNS, st.text(alphabet="ab1\n", max_size=12))
def test_finds_what_pythons_engine_finds(pattern, text):
    """The two agree on this common part of their languages."""
    expected = re.search(pattern, text)
    found = call("regexall", [f"(?:{pattern})", text], None)
    if expected is None:
        assert found == []
    elif expected.re.groups:
        assert found[0] == list(expected.groups())
    else:
        assert found[0] == expected[0]


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=3), min_size=1, max_size=4), st.text(alphabet="abc", max_size=15))
def test_the_first_alternative_that_matches_wins(options, text):
    pattern = "|".join(options)
    assert call("regexall", [pattern, text], None) == re.findall(pattern, text)

import pytest
from function_checks import REFUSED, check, show

from obslint.terraform.functions import TooLargeError, UndecidedError, call

LONG = "long " * 30 + "end"

CASES = [
    ("yamlencode", [{"a": "b", "c": "d"}], '"a": "b"\n"c": "d"\n'),
    ("yamlencode", [{"foo": [1, 2, 3], "bar": "baz"}], '"bar": "baz"\n"foo":\n- 1\n- 2\n- 3\n'),
    ("yamlencode", [{"foo": [1, {"a": "b", "c": "d"}, 3], "bar": "baz"}], '"bar": "baz"\n"foo":\n- 1\n- "a": "b"\n  "c": "d"\n- 3\n'),
    ("yamlencode", ["x"], '"x"\n'),
    ("yamlencode", [""], '""\n'),
    ("yamlencode", [5], "5\n...\n"),
    ("yamlencode", [True], "true\n...\n"),
    ("yamlencode", [[]], "[]\n"),
    ("yamlencode", [{}], "{}\n"),
    ("yamlencode", [[True, None, 1.5, "1", {}, [], 1e20]], '- true\n- null\n- 1.5\n- "1"\n- {}\n- []\n- 100000000000000000000\n'),
    ("yamlencode", [{"a": [1, [2, []], {}], "b": {}, "c": None}], '"a":\n- 1\n- - 2\n  - []\n- {}\n"b": {}\n"c": null\n'),
    ("yamlencode", [[[[1]], {"a": [{"b": [1]}]}]], '- - - 1\n- "a":\n  - "b":\n    - 1\n'),
    ("yamlencode", [{"a": {"b": {"c": [1]}}}], '"a":\n  "b":\n    "c":\n    - 1\n'),
    ("yamlencode", [{"a": "b\nc"}], '"a": |-\n  b\n  c\n'),
    ("yamlencode", ["a\nb\n"], "|\n  a\n  b\n"),
    ("yamlencode", ["a\nb\n\n"], "|+\n  a\n  b\n\n"),
    ("yamlencode", ["\n"], "|2+\n\n"),
    ("yamlencode", ["\n\na"], "|2-\n\n\n  a\n"),
    ("yamlencode", [" a\nb"], "|2-\n   a\n  b\n"),
    ("yamlencode", [{"k": "a\n  b\n\n c"}], '"k": |-\n  a\n    b\n\n   c\n'),
    ("yamlencode", [{"k": "a\nb\n", "l": 1}], '"k": |\n  a\n  b\n"l": 1\n'),
    ("yamlencode", [{"k": "a\nb\n\n", "l": 1}], '"k": |+\n  a\n  b\n\n"l": 1\n'),
    ("yamlencode", [{"k": ["a\nb", {"x": "c\nd\n"}]}], '"k":\n- |-\n  a\n  b\n- "x": |\n    c\n    d\n'),
    ("yamlencode", ["a \nb"], '"a \\nb"\n'),
    ("yamlencode", ["a\nb "], '"a\\nb "\n'),
    ("yamlencode", ["a\n\tb"], '"a\\n\\tb"\n'),
    ("yamlencode", ["a\n\x01"], '"a\\n\\x01"\n'),
    (
        "yamlencode",
        ["😀 \x01 \x7f \x85 \xa0 \ufeff \u2028 \"q\" \\ 'x' é\r\t"],
        '"\\U0001F600 \\x01 \\x7F \\N \xa0 \\uFEFF \\L \\"q\\" \\\\ \'x\' é\\r\\t"\n',
    ),
    ("yamlencode", [LONG], '"' + "long " * 16 + "long\n  " + "long " * 13 + 'end"\n'),
    ("yamlencode", [{"k": LONG}], '"k": "' + "long " * 15 + "long\n  " + "long " * 14 + 'end"\n'),
    ("yamlencode", [{"k": [LONG]}], '"k":\n- "' + "long " * 15 + "long\n  " + "long " * 14 + 'end"\n'),
    ("yamlencode", ["x" * 90 + "  y z"], '"' + "x" * 90 + '\n  \\ y z"\n'),
    ("yamlencode", ["x" * 90 + " "], '"' + "x" * 90 + ' "\n'),
    ("yamlencode", [{"a b: c": 1, "é": 2, "": 3}], '"": 3\n"a b: c": 1\n"é": 2\n'),
    ("yamldecode", ["hello: world"], {"hello": "world"}),
    ("yamldecode", ["true"], True),
    ("yamldecode", ["{a: &foo [1, 2, 3], b: *foo}"], {"a": [1, 2, 3], "b": [1, 2, 3]}),
    ("yamldecode", ["a: 1\n...\n"], {"a": 1}),
    ("yamldecode", ["a: 0o17\nb: 017\nc: 0x1F\nd: 1_000\ne: 1e3"], {"a": 15, "b": 17, "c": 31, "d": "1_000", "e": 1000}),
    (
        "yamldecode",
        ["[.5, +1, -2.50, 1., 0b11, -0x1F, 08, 1__0, 190:20:30, 0xFFFFFFFFFFFFFFFF]"],
        [0.5, 1, -2.5, 1, "0b11", "-0x1F", 8, "1__0", "190:20:30", 18446744073709551615],
    ),
    ("yamldecode", ["[yes, No, on, Off, y, N, TRUE, yEs]"], [True, False, True, False, True, False, True, "yEs"]),
    ("yamldecode", ["[~, null, Null, nULL, '~', \"null\"]"], [None, None, None, "nULL", "~", "null"]),
    ("yamldecode", ["a:\nb: ''"], {"a": None, "b": ""}),
    (
        "yamldecode",
        ["[2001-12-14, 2001-12-14T21:59:43.10-05:00, 2001-12-14 21:59:43, 2001-1-2t1:2:3Z, 2001-02-30, '2001-12-14']"],
        ["2001-12-14T00:00:00Z", "2001-12-14T21:59:43-05:00", "2001-12-14T21:59:43Z", "2001-01-02T01:02:03Z", "2001-02-30", "2001-12-14"],
    ),
    (
        "yamldecode",
        ["[1.2.3, =, .inf2, -, +, '5', !!str 5, !!int 5, !!float 3, !!null x, !!binary aGk=, !!bool yes]"],
        ["1.2.3", "=", ".inf2", "-", "+", "5", "5", 5, 3, None, "aGk=", True],
    ),
    ("yamldecode", ["a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\ne: *x"], {"a": {"b": 1}, "c": {"b": 1, "d": 2}, "e": {"b": 1}}),
    ("yamldecode", ["a: 3\n<<: {a: 1}"], {"a": 1}),
    ("yamldecode", ["1: x\nyes: z\n2.50: z"], {"1": "x", "true": "z", "2.5": "z"}),
    ("yamldecode", ["a: 1\na: 2"], {"a": 2}),
    (
        "yamldecode",
        ["- |\n  x\n  y\n- >\n  x\n  y\n\n  z\n- 'it''s'\n- \"\\u00e9\\n\"\n- |-\n  5\n- |-\n  yes\n- >-\n  0x1F"],
        ["x\ny\n", "x y\nz\n", "it's", "é\n", "5", "true", "31"],
    ),
    ("yamldecode", ["[a:b, http://x:80/a, x:]"], ["a:b", "http://x:80/a", "x:"]),
    ("yamldecode", ["%YAML 1.2\n---\na: 1"], REFUSED),
    ("yamldecode", ["[a?b, ?x]"], REFUSED),
    ("yamldecode", ["%YAML 1.1\n---\na: 1"], {"a": 1}),
    ("yamldecode", ["a: 😀"], {"a": "😀"}),
    ("yamldecode", ["# c\nx"], "x"),
    ("yamldecode", ["--- x"], "x"),
    ("yamldecode", ["{a: &foo [1, *foo, 3]}"], REFUSED),
    ("yamldecode", ["{a: !not-supported foo}"], REFUSED),
    ("yamldecode", ["a: !!set {x}"], REFUSED),
    ("yamldecode", ["a: !!omap [x]"], REFUSED),
    ("yamldecode", ["a: *nope"], REFUSED),
    ("yamldecode", ["a: .nan"], REFUSED),
    ("yamldecode", ["~: x"], REFUSED),
    ("yamldecode", ["[1]: x"], REFUSED),
    ("yamldecode", ["--- 1\n--- 2"], REFUSED),
    ("yamldecode", [""], REFUSED),
    ("yamldecode", ["# c"], REFUSED),
    ("yamldecode", ["a: b: c"], REFUSED),
    ("yamldecode", ["\t- a"], REFUSED),
    ("yamldecode", ["a: [1"], REFUSED),
    ("yamldecode", ["a: !!binary xx!"], REFUSED),
    ("yamldecode", ["a: !!bool x"], REFUSED),
    ("yamldecode", ["a: !!int x"], REFUSED),
    ("yamldecode", ["a: 0xFFFFFFFFFFFFFFFFFF"], REFUSED),
    ("yamldecode", ["<<: x"], REFUSED),
]

OTHERS = [
    ("yamlencode", [None], "null\n...\n"),
    ("yamldecode", ["<<: [{a: 1}, {a: 2, b: 3}]\na: 4"], {"a": 4, "b": 3}),
]


@pytest.mark.parametrize("case", CASES + OTHERS, ids=show)
def test_yaml(case):
    check(case)


def test_what_is_not_supported_is_undecided():
    for value in ({"a\nb": 1}, {"k" * 200: 1}):
        with pytest.raises(UndecidedError):
            call("yamlencode", [value], None)
    with pytest.raises(UndecidedError):
        call("yamldecode", ["a: -.inf"], None)


def test_bounds():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(TooLargeError):
        call("yamldecode", [bomb], None)
    with pytest.raises(TooLargeError):
        call("yamldecode", ["[" * 5000 + "]" * 5000], None)


def test_without_libyaml(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "_ruamel_yaml", None)
    source = "a: &x {b: 017, c: yes, d: 'q', e: !!str 5, t: 2001-12-14}\nf:\n  <<: *x\n  g: |-\n    5\n"
    fields = {"b": 17, "c": True, "d": "q", "e": "5", "t": "2001-12-14T00:00:00Z"}
    assert call("yamldecode", [source], None) == {"a": fields, "f": {**fields, "g": "5"}}

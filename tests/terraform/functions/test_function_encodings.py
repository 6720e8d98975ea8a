import json
import string
from unicodedata import normalize

import pytest
from function_checks import REFUSED, check, shape, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import FunctionError, TfSet, TooLargeError, UndecidedError, call

CASES = [
    ("base64encode", ["Hello World"], "SGVsbG8gV29ybGQ="),
    ("base64encode", ["é"], "w6k="),
    ("base64encode", [5], "NQ=="),
    ("base64decode", ["SGVsbG8gV29ybGQ="], "Hello World"),
    ("base64decode", ["aGVs\nbG8=\r\n"], "hello"),
    ("base64decode", [""], ""),
    ("base64decode", ["aGVsbG8"], REFUSED),
    ("base64decode", ["aGVsbG8=="], REFUSED),
    ("base64decode", ["a-_="], REFUSED),
    ("base64decode", ["/w=="], REFUSED),
    ("textencodebase64", ["Hello World", "UTF-16LE"], "SABlAGwAbABvACAAVwBvAHIAbABkAA=="),
    ("textencodebase64", ["Hello", "UTF-16"], "/v8ASABlAGwAbABv"),
    ("textencodebase64", ["a", "utf-16be"], "AGE="),
    ("textencodebase64", ["é", "ISO-8859-1"], "6Q=="),
    ("textencodebase64", ["é", "latin1"], "6Q=="),
    ("textencodebase64", ["€", "windows-1252"], "gA=="),
    ("textencodebase64", ["é", "IBM437"], "gg=="),
    ("textencodebase64", ["日", "shift_jis"], "k/o="),
    ("textencodebase64", ["日", "gb18030"], "yNU="),
    ("textencodebase64", ["日", "gbk"], "yNU="),
    ("textencodebase64", ["ж", "koi8-r"], "1g=="),
    ("textencodebase64", ["ж", "windows-1251"], "5g=="),
    ("textencodebase64", ["ż", "iso-8859-2"], "vw=="),
    ("textencodebase64", ["é", "macintosh"], "jg=="),
    ("textencodebase64", ["한", "euc-kr"], "x9E="),
    ("textencodebase64", ["é", "US-ASCII"], REFUSED),
    ("textencodebase64", ["😀", "windows-1252"], REFUSED),
    ("textdecodebase64", ["SABlAGwAbABvACAAVwBvAHIAbABkAA==", "UTF-16LE"], "Hello World"),
    ("textdecodebase64", ["/v8ASABp", "UTF-16"], "Hi"),
    ("textdecodebase64", ["6Q==", "latin1"], "é"),
    ("textdecodebase64", ["6Q==", "UTF-8"], REFUSED),
    ("textdecodebase64", ["gQ==", "windows-1252"], REFUSED),
    ("textdecodebase64", ["6Q", "latin1"], REFUSED),
    ("urlencode", ["Hello World!"], "Hello+World%21"),
    ("urlencode", ["☃"], "%E2%98%83"),
    ("urlencode", ["a b&c/d~é*'()-_.=?"], "a+b%26c%2Fd~%C3%A9%2A%27%28%29-_.%3D%3F"),
    ("csvdecode", ["a,b,c\n1,2,3\n4,5,6"], [{"a": "1", "b": "2", "c": "3"}, {"a": "4", "b": "5", "c": "6"}]),
    ("csvdecode", ['a,b\r\n1,"x\ny""z"\r\n\r\n3,4\r\n'], [{"a": "1", "b": 'x\ny"z'}, {"a": "3", "b": "4"}]),
    ("csvdecode", ["a,b\n"], []),
    ("csvdecode", ["a\n1\r"], [{"a": "1"}]),
    ("csvdecode", ["a,b\n,"], [{"a": "", "b": ""}]),
    ("csvdecode", ["a,b\n 1 , 2"], [{"a": " 1 ", "b": " 2"}]),
    ("csvdecode", ['a,b\n"",""'], [{"a": "", "b": ""}]),
    ("csvdecode", ['a\n"x,y"'], [{"a": "x,y"}]),
    ("csvdecode", ["\n\na\n\n1\n"], [{"a": "1"}]),
    ("csvdecode", ["a,b\n1"], REFUSED),
    ("csvdecode", ["a\n1,2"], REFUSED),
    ("csvdecode", [""], REFUSED),
    ("csvdecode", ['a,b\n1,x"y'], REFUSED),
    ("csvdecode", ['a,b\n1,"x"y'], REFUSED),
    ("csvdecode", ['a,b\n1,"x'], REFUSED),
    ("csvdecode", ["a,a\n1,2"], REFUSED),
    ("jsonencode", [{"hello": "world"}], '{"hello":"world"}'),
    ("jsonencode", [{"b": 1, "a": [True, None, 1.5], "C": {}}], '{"C":{},"a":[true,null,1.5],"b":1}'),
    ("jsonencode", ['<>&\u2028\u2029\x7f"\\/é\t\n\r😀\ufffd'], '"\\u003c\\u003e\\u0026\\u2028\\u2029\x7f\\"\\\\/é\\t\\n\\r😀\ufffd"'),
    ("jsonencode", ["\b\f\x1b\x01"], '"\\b\\f\\u001b\\u0001"'),
    ("jsonencode", [{"<": 1}], '{"\\u003c":1}'),
    ("jsonencode", [[1e30, 1.5e-10, -0.5, 100000000000000000000]], "[1" + "0" * 30 + ",0.00000000015,-0.5,100000000000000000000]"),
    ("jsonencode", [TfSet(["b", "a"])], '["a","b"]'),
    ("jsonencode", [[]], "[]"),
    ("jsondecode", ['{"hello": "world"}'], {"hello": "world"}),
    ("jsondecode", ["true"], True),
    ("jsondecode", [" [1, 2.50, 1e3, -0.5e-1, null] "], [1, 2.5, 1000, -0.05, None]),
    ("jsondecode", ['"\\u00e9\\ud83d\\ude00\\n"'], "é😀\n"),
    ("jsondecode", ['"\\ud800x"'], "\ufffdx"),
    ("jsondecode", ['{"a": 1, "a": 2}'], {"a": 2}),
    ("jsondecode", ["12345678901234567890123"], 12345678901234567890123),
    ("jsondecode", ['"a'], REFUSED),
    ("jsondecode", ["{'a': 1}"], REFUSED),
    ("jsondecode", ["[1,]"], REFUSED),
    ("jsondecode", ['{"a" 1}'], REFUSED),
    ("jsondecode", ["NaN"], REFUSED),
    ("jsondecode", ["Infinity"], REFUSED),
    ("jsondecode", [""], REFUSED),
    ("jsondecode", ["01"], REFUSED),
    ("jsondecode", ["1 2"], REFUSED),
    ("jsondecode", ['"a\nb"'], REFUSED),
    ("jsondecode", ["\ufeff1"], REFUSED),
    ("md5", ["hello world"], "5eb63bbbe01eeed093cb22bb8f5acdc3"),
    ("sha1", ["hello world"], "2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"),
    ("sha256", ["hello world"], "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"),
    (
        "sha512",
        ["hello world"],
        "309ecc489c12d6eb4cc40f50c902f2b4d0ed77ee511a7c7a9bcd3ca86d4cd86f989dd35bc5ff499670da34255b45b0cfd830e81f605dcf7dc5542e93ae9cd76f",
    ),
    ("base64sha256", ["hello world"], "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek="),
    ("base64sha512", ["hello world"], "MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw=="),
    ("sha256", ["é"], "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"),
    ("md5", [1], "c4ca4238a0b923820dcc509a6f75849b"),
    ("uuidv5", ["dns", "www.opentofu.org"], "df1e675d-b743-5f6c-9952-6311d0f141df"),
    ("uuidv5", ["url", "https://www.opentofu.org/"], "ace93eea-1a2c-5eed-b41b-718be15d2e50"),
    ("uuidv5", ["oid", "1.3.6.1.4"], "af9d40a5-7a36-5c07-b23a-851cd99fbfa5"),
    ("uuidv5", ["x500", "CN=Example,C=GB"], "84e09961-4aa4-57f8-95b7-03edb1073253"),
    ("uuidv5", ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.opentofu.org"], "df1e675d-b743-5f6c-9952-6311d0f141df"),
    ("uuidv5", ["{6BA7B810-9dad-11d1-80b4-00c04fd430c8}", "www.opentofu.org"], "df1e675d-b743-5f6c-9952-6311d0f141df"),
    ("uuidv5", ["urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.opentofu.org"], "df1e675d-b743-5f6c-9952-6311d0f141df"),
    ("uuidv5", ["6ba7b8109dad11d180b400c04fd430c8", "www.opentofu.org"], "df1e675d-b743-5f6c-9952-6311d0f141df"),
    ("uuidv5", ["bad", "x"], REFUSED),
    ("basename", ["foo/bar/baz.txt"], "baz.txt"),
    ("basename", ["foo/bar/"], "bar"),
    ("basename", ["/"], "/"),
    ("basename", [""], "."),
    ("basename", [".."], ".."),
    ("dirname", ["foo/bar/baz.txt"], "foo/bar"),
    ("dirname", ["foo"], "."),
    ("dirname", ["/foo"], "/"),
    ("dirname", ["foo/bar/"], "foo/bar"),
    ("dirname", ["a/./b/../c/d"], "a/c"),
    ("dirname", ["//a/b"], "/a"),
    ("dirname", [""], "."),
    ("pathexpand", ["/etc/resolv.conf"], "/etc/resolv.conf"),
    ("pathexpand", ["a~b"], "a~b"),
]

OTHERS = [
    ("jsonencode", [None], "null"),
    ("jsonencode", [{"a": None}], '{"a":null}'),
    ("jsondecode", ["null"], None),
    ("jsondecode", ['{"a": 1, "a": "x"}'], REFUSED),
    ("urldecode", ["Hello+World%21"], "Hello World!"),
    ("urldecode", ["%E2%98%83"], "☃"),
    ("urldecode", ["foo%3Abar%40localhost%3Ffoo%3Dbar%26bar%3Dbaz"], "foo:bar@localhost?foo=bar&bar=baz"),
    ("urldecode", ["%zz"], REFUSED),
    ("urldecode", ["%4"], REFUSED),
    ("base64gunzip", ["H4sIAAAAAAAA/8pIzcnJBwAAAP//AQAA//+GphA2BQAAAA=="], "hello"),
    ("base64gunzip", ["aGVsbG8="], REFUSED),
    ("base64gunzip", ["H4sIAAAAAAAA/8pIzcnJBw=="], REFUSED),
]
"""OpenTofu's own functions, and what the console cannot say."""


@pytest.mark.parametrize("case", CASES + OTHERS, ids=show)
def test_encodings(case):
    check(case)


@pytest.mark.parametrize("case", [("textencodebase64", ["é", "utf-32"]), ("pathexpand", ["~/.ssh/id_rsa"]), ("base64gzip", ["a"])])
def test_undecided(case):
    with pytest.raises(UndecidedError):
        call(*case, None)


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Mn", "Mc"])).map(lambda text: normalize("NFC", text))
"""Text as Terraform keeps it. Accents are left out: Terraform composes them even with the letter of an escape such as `\\n`."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=10,
)


def settled(value):
    """Whole floats as integers: Terraform has one kind of numbers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [settled(item) for item in value]
    return {key: settled(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(JSON)
def test_json_there_and_back(value):
    text = call("jsonencode", [value], None)
    assert shape(call("jsondecode", [text], None)) == shape(settled(value))
    assert json.loads(text) == value
    assert not set("<>&\n") & set(text)


@given(JSON)
def test_yaml_there_and_back(value):
    try:
        text = call("yamlencode", [value], None)
    except UndecidedError:
        return
    assert shape(call("yamldecode", [text], None)) == shape(settled(value))


@given(TEXT)
def test_text_there_and_back(text):
    text = text.replace("\ufffd", "")
    assert call("base64decode", [call("base64encode", [text], None)], None) == text
    assert call("urldecode", [call("urlencode", [text], None)], None) == text
    assert call("textdecodebase64", [call("textencodebase64", [text, "utf-16le"], None), "utf-16le"], None) == text


@given(st.lists(st.lists(st.text(alphabet=string.ascii_letters + ' ,"\n', min_size=1), min_size=2, max_size=2)))
def test_csv_reads_what_python_writes(rows):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["a", "b"], *rows])
    assert call("csvdecode", [out.getvalue()], None) == [dict(zip(("a", "b"), row, strict=True)) for row in rows]


def test_bounds():
    import base64
    import gzip

    bomb = base64.b64encode(gzip.compress(b"a" * 6_000_000)).decode()
    with pytest.raises(TooLargeError):
        call("base64gunzip", [bomb], None)
    with pytest.raises(TooLargeError):
        call("jsondecode", ["[" * 100_000 + "]" * 100_000], None)
    with pytest.raises(TooLargeError):
        call("jsondecode", ["[" + "1," * 1_100_000 + "1]"], None)
    with pytest.raises(FunctionError):
        call("sha256", ["\ud800"], None)

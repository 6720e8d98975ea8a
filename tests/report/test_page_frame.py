"""The frame that pages share: what it admits, what it escapes, and that its table reads."""

import re
from base64 import b64encode
from hashlib import sha256

from html_page import parse

from obslint.lint.result import Location
from obslint.report.page import literal, page, source, table
from obslint.source import SourceFile

SHOWN = page("a <b>", ["<h1>a</h1>"], ['<section id="s" tabindex="-1">b</section>'], skip=("s", "Skip & go"), style=".own { color: red; }")


def test_it_is_sound_and_loads_nothing() -> None:
    read = parse(SHOWN)
    assert read.problems == []
    assert read.links == ["#s"]
    assert read.language == "en"
    assert read.tags.isdisjoint({"script", "img", "link", "iframe", "object"})
    assert "<title>a &lt;b&gt;</title>" in SHOWN
    assert "Skip &amp; go</a>" in SHOWN


def test_the_policy_admits_the_sheet_and_no_other_style() -> None:
    sheet = SHOWN.split("<style>")[1].split("</style>")[0]
    assert sheet.endswith(".own { color: red; }")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', SHOWN)
    assert found is not None
    assert found[1].startswith(f"default-src 'none'; style-src 'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}';")
    assert "unsafe" not in found[1]


def test_source_is_marked_and_escaped() -> None:
    file = SourceFile("a.tf", 'x = "<i>\t&"\n')
    assert source(Location("a.tf", 1, 5, 1, 12), {"a.tf": file}).endswith("x = <mark>&quot;&lt;i&gt;    &amp;&quot;</mark></pre>")
    assert source(Location("a.tf", 9, 1, 9, 2), {"a.tf": file}) == ""
    assert source(Location("b.tf", 1, 1, 1, 2), {"a.tf": file}) == ""


def test_text_stays_on_one_line() -> None:
    assert literal("a\n\x1b[31m<") == "a ␛[31m&lt;"


def test_a_table_has_a_name_and_headings() -> None:
    shown = "".join(table("T", ["a", "b<"], ['<tr><th scope="row">x</th><td>y</td></tr>']))
    assert parse(shown).problems == []
    assert 'aria-label="T" tabindex="0"' in shown
    assert '<th scope="col">b&lt;</th>' in shown

"""Comments are found where a parser would find them, and nowhere else."""

import pytest

from obslint.lint.comments import block_end, hcl_layout, yaml_layout
from obslint.source import SourceFile


def hcl(text: str) -> list[str]:
    return [comment.text.strip() for comment in hcl_layout(text).comments]


def yaml(text: str) -> list[str]:
    return [comment.text.strip() for comment in yaml_layout(SourceFile("t.yaml", text)).comments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a\n", ["a"]),
        ("// a\r\nx = 1 # b\r\n", ["a", "b"]),
        ("/* a\nb */ x = 1", ["a\nb"]),
        ("/* never closed", ["never closed"]),
        ('x = "# no" # yes', ["yes"]),
        ('x = "a\\"# no" # yes', ["yes"]),
        ('x = "${f("# no")} # no" # yes', ["yes"]),
        ('x = "$${f("# yes', ["yes"]),
        ('x = "%{ if a }# no%{ endif }" # yes', ["yes"]),
        ('x = "${ { a = "b" }["a"] } # no" # yes', ["yes"]),
        ("x = <<EOT\n# no\nEOT\n# yes", ["yes"]),
        ("x = <<-EOT\r\n  # no\r\n  EOT\r\n# yes", ["yes"]),
        ("x = f(<<EOT\n# no\nEOT\n, 1) # yes", ["yes"]),
        ('x = "http://no" // yes', ["yes"]),
        ("x = 1 << 2\n# yes", ["yes"]),
    ],
)
def test_comments_of_hcl(text, found):
    assert hcl(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a\nb: 1 # c\n", ["a", "c"]),
        ("a: b#no # yes\n", ["yes"]),
        ("a: '# no' # yes\n", ["yes"]),
        ("a: 'it''s # no' # yes", ["yes"]),
        ('a: "x \\" # no" # yes', ["yes"]),
        ('a: "two\n  # no\n  lines" # yes', ["yes"]),
        ("a: it's # yes\nb: don't # too", ["yes", "too"]),
        ("a: !Sub '# no' # yes", ["yes"]),
        ("- '# no' # yes", ["yes"]),
        ("a: [b, '# no'] # yes", ["yes"]),
        ('{"a":"# no","b": ["# no"]} # yes', ["yes"]),
        ("a: |\n  # no\n  x\n# yes\n", ["yes"]),
        ("a: | # yes\n  # no\nb: 1 # too\n", ["yes", "too"]),
        ("a:\n  Fn::Sub: >-\n    x\n\n    # no\n  b: 1 # yes\n", ["yes"]),
        ("- a: |\n    # no\n  b: 1 # yes\n", ["yes"]),
        ("- |\n # no\n- b # yes\n", ["yes"]),
        ("a: !Base64 |\n  # no\nb: 1 # yes", ["yes"]),
        ("a: |2\n   # no\nb: 1 # yes", ["yes"]),
        ("a: x | y # yes", ["yes"]),
        ("a: |\n\n\n  # no\n", []),
        ("a: b\r\n# yes\r\n", ["yes"]),
    ],
)
def test_comments_of_yaml(text, found):
    assert yaml(text) == found


@pytest.mark.parametrize(
    ("line", "last"),
    [(1, 11), (2, 2), (3, 6), (4, 4), (7, 9), (10, 10), (11, 11), (12, 12)],
)
def test_how_far_a_block_of_hcl_reaches(line, last):
    text = 'resource "a" "b" {\n x = "}"\n y {\n  z = 1 # }\n  /* } */\n }\n t = [\n  1\n ]\n u = { a = 1 }\n}\nv = 1'
    file = SourceFile("a.tf", text)
    assert block_end(file, hcl_layout(text), line, yaml=False) == last


@pytest.mark.parametrize(("line", "last"), [(1, 7), (2, 6), (3, 3), (4, 6), (5, 5), (7, 7), (9, 9)])
def test_how_far_a_block_of_yaml_reaches(line, last):
    text = "Resources:\n  Topic:\n    Type: x\n    Properties:\n      A: 1\n      # B\n  Other: 2\n\nOutputs: 1"
    file = SourceFile("t.yaml", text)
    assert block_end(file, yaml_layout(file), line, yaml=True) == last

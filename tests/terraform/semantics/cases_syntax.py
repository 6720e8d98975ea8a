"""What stands in the text: heredocs, escapes, markers, old forms of expressions."""

from semantics_case import Case


def value(name: str, expression: str, wanted: object) -> Case:
    """One expression next to two resources."""
    files = (
        'resource "terraform_data" "c" {\n  count = 2\n  input = { n = count.index, l = ["a", "b"] }\n}\n'
        'locals {\n  objects = [{ n = "a", k = { z = 1 } }, { n = "b", k = { z = 2 } }]\n  nothing = null\n}\n'
        f'output "o" {{\n  value = {expression}\n}}'
    )
    return Case(name, files, {"output.o": wanted})


CASES = [
    value("a heredoc", "<<EOT\nhello\n  world ${1 + 1}\nEOT", "hello\n  world 2\n"),
    value("an indented heredoc", "<<-EOT\n    hello\n      world\n  x\n  EOT", "  hello\n    world\nx\n"),
    value("an indented heredoc with an empty line", "<<-EOT\n\n  a\n\n    b\n  EOT", "\na\n\n  b\n"),
    value("an indented heredoc that starts with an interpolation", '<<-EOT\n  ${"a"}\n    b\n  EOT', "a\n  b\n"),
    value("an indented heredoc with tabs", "<<-EOT\n\ttab\n\t  two\n\tEOT", "tab\n  two\n"),
    value("an empty heredoc", "<<EOT\nEOT", ""),
    value("no escapes in a heredoc", '<<EOT\na \\n "q" $${x} %%{y} $ %\nEOT', 'a \\n "q" ${x} %{y} $ %\n'),
    value("a heredoc as an argument", "upper(<<EOT\na\nEOT\n)", "A\n"),
    value("a loop in a heredoc", "<<EOT\n%{ for x in [1, 2] ~}\nline ${x}\n%{ endfor ~}\nend\nEOT", "line 1\nline 2\nend\n"),
    value("a loop in a heredoc without markers", "<<EOT\n%{ for x in [1, 2] }\nline ${x}\n%{ endfor }\nEOT", "\nline 1\n\nline 2\n\n"),
    value("escapes", r'"a\tb\n\"q\" \\ \u00e9 \U0001F600"', 'a\tb\n"q" \\ \u00e9 \U0001f600'),
    value("escaped openers", '["$${x}", "%%{x}", "$$$${x}", "$", "100%", "$$"]', ["${x}", "%{x}", "$$${x}", "$", "100%", "$$"]),
    value("letters of other scripts", '"é😀 ${"ü"} ß"', "é😀 ü ß"),
    value("white space around interpolations", '["  ${1}  ", "${1} ${2}", " ${1}", "${1} "]', ["  1  ", "1 2", " 1", "1 "]),
    value("strip markers", '["a ${~ 1 ~} b", "a   ${~ 1 } b", "a ${ 1 ~}   b"]', ["a1b", "a1 b", "a 1b"]),
    value("an if in a text", '"%{ if false }yes%{ else }no%{ endif }|%{ if true }y%{ endif }"', "no|y"),
    value("an if with markers", '" %{~ if false ~} yes %{~ else ~} no %{~ endif ~} x"', "nox"),
    value("a for in a text", '"%{ for k, v in { a = 1, b = 2 } }${k}=${v};%{ endfor }"', "a=1;b=2;"),
    value("directives inside one another", '"%{ for x in [1, 2] }%{ if x == 1 }one%{ endif }%{ endfor }"', "one"),
    value("text inside an interpolation", '"${"nested ${"deep ${1}"}"}"', "nested deep 1"),
    value(
        "keys of objects",
        '{ a = 1, "b c" = 2, (local.objects[0].n) = 3, "${"d"}e" = 4, true = 5, 1 = 6 }',
        {"1": 6, "a": 3, "b c": 2, "de": 4, "true": 5},
    ),
    value("colons in objects", "{ a : 1, b : { c : 2 } }", {"a": 1, "b": {"c": 2}}),
    value("objects over lines with comments", "{\n  a = 1 # c\n  b = 2 // d\n  /* e */ c = 3\n}", {"a": 1, "b": 2, "c": 3}),
    value("lists over lines with comments", "[\n  1, # c\n  2, // d\n  /* e */ 3,\n]", [1, 2, 3]),
    value("brackets over lines", "(\n  1\n  +\n  2\n)", 3),
    value("a for over lines", "[\n  for x in [1, 2, 3] :\n  x * 2\n  if x != 2\n]", [2, 6]),
    value("a for with keys", '{ for i, x in ["p", "q"] : x => i }', {"p": 0, "q": 1}),
    value("grouping", '{ for s in ["ab", "ac", "b"] : substr(s, 0, 1) => s... }', {"a": ["ab", "ac"], "b": ["b"]}),
    value("a for over a map goes by key", "[for k, v in { b = 1, a = 2, C = 3 } : k]", ["C", "a", "b"]),
    value("a for over a set", '[for k, v in toset(["y", "x"]) : "${k}${v}"]', ["xx", "yy"]),
    value("splats", "[local.objects[*].n, local.objects.*.n, local.objects[*].k.z]", [["a", "b"], ["a", "b"], [1, 2]]),
    value("a splat with an index", "[terraform_data.c[*].input.l[0], terraform_data.c.*.input[0].n]", [["a", "a"], 0]),
    value("a splat of one and of nothing", '["x"[*], local.nothing[*]]', [["x"], []]),
    value("splats inside one another", "[[{ a = [1, 2] }, { a = [3] }]][*][*].a", [[[1, 2], [3]]]),
    value("old indexes", "[local.objects.1.n, terraform_data.c.1.input.n]", ["b", 1]),
    value("indexes", '[local.objects[1]["n"], local.objects["0"].n, [1, 2, 3][1.0]]', ["b", "a", 2]),
    value("signs", "[-3, - -3, !true, !!true, -(1 + 2), 5 - -3]", [-3, 3, False, True, -3, 8]),
    value("conditionals lean to the right", 'true ? "a" : true ? "b" : "c"', "a"),
    value("numbers", "[1.5, 1e3, 1.50, 100000000000000000000]", [1.5, 1000, 1.5, 100000000000000000000]),
    value("numbers in text", '"${1.50} ${1e3} ${0.1} ${100000000000000000000}"', "1.5 1000 0.1 100000000000000000000"),
    value("a list handed out as arguments", "max([1, 5, 3]...)", 5),
    value("a comment after a value", "1 # one", 1),
]

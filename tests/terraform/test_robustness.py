"""Bad, huge and circular input: nothing raises, and what is wrong is said once, with its place."""

import random
import time
from pathlib import Path

import pytest

from obslint.model import Fields, Known, Unit, Unknown, Value, references, settle
from obslint.source import SourceFile, Sources
from obslint.terraform import load, load_text

EXAMPLES = Path(__file__).parents[2] / "examples" / "terraform"


def load_files(files: dict[str, str], folder: Path) -> Unit:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    folders = sorted({path.parent for path in folder.rglob("*.tf")})
    return next(unit for unit in load(Sources(folder), folders) if unit.path == ".")


def evaluate_all(unit: Unit) -> int:
    """Evaluates everything; the number of values."""
    waiting: list[Value] = [export.value for export in unit.exports_of()]
    waiting += [Known(resource.fields) for resource in unit.resources]
    for resource in unit.resources:
        waiting += [resource.presence, resource.region]
        list(references(Known(resource.fields)))
    count = 0
    while waiting:
        value = settle(waiting.pop())
        count += 1
        if isinstance(value, Known) and isinstance(value.data, tuple):
            waiting += value.data
        elif isinstance(value, Known) and isinstance(value.data, Fields):
            waiting += value.data.values()
        elif isinstance(value, Unknown):
            assert value.why
            waiting += [candidate.value for candidate in value.candidates]
    return count


def output(unit: Unit) -> Value:
    return settle(next(export.value for export in unit.exports_of() if export.label == 'output "o"'))


CIRCLES = {
    "locals": (
        {"main.tf": 'locals {\n  a = local.b\n  b = [local.c]\n  c = local.a\n}\noutput "o" {\n  value = local.a\n}\n'},
        ["local.a, local.b and local.c refer to each other in a circle"],
        2,
    ),
    "a local and itself": (
        {"main.tf": 'locals {\n  a = "${local.a}x"\n}\noutput "o" {\n  value = local.a\n}\n'},
        ["local.a refers to itself"],
        2,
    ),
    "two circles": (
        {"main.tf": 'locals {\n  a = local.b\n  b = local.a\n  c = local.c\n}\noutput "o" {\n  value = local.a\n}\n'},
        ["local.a and local.b refer to each other in a circle", "local.c refers to itself"],
        2,
    ),
    "resources": (
        {
            "main.tf": 'resource "terraform_data" "a" {\n  input = terraform_data.b.input\n}\nresource "terraform_data" "b" {\n'
            '  input = terraform_data.a.input\n}\noutput "o" {\n  value = terraform_data.a.input\n}\n'
        },
        ["terraform_data.a and terraform_data.b refer to each other in a circle"],
        1,
    ),
    "a module and its own output": (
        {
            "main.tf": 'module "m" {\n  source = "./m"\n  x      = module.m.y\n}\noutput "o" {\n  value = module.m.y\n}\n',
            "m/main.tf": 'variable "x" {}\noutput "y" {\n  value = var.x\n}\n',
        },
        ["module.m.output.y and module.m.var.x refer to each other in a circle"],
        2,
    ),
    "two modules": (
        {
            "main.tf": 'module "a" {\n  source = "./m"\n  x      = module.b.y\n}\n'
            'module "b" {\n  source = "./m"\n  x      = module.a.y\n}\n'
            'output "o" {\n  value = module.a.y\n}\n',
            "m/main.tf": 'variable "x" {}\noutput "y" {\n  value = var.x\n}\n',
        },
        ["module.a.output.y, module.a.var.x, module.b.output.y and module.b.var.x refer to each other in a circle"],
        2,
    ),
}


@pytest.mark.parametrize("case", CIRCLES.values(), ids=CIRCLES)
def test_circles_are_said_once(case, tmp_path):
    files, messages, line = case
    unit = load_files(files, tmp_path)
    evaluate_all(unit)
    assert sorted(problem.message for problem in unit.problems) == messages
    assert all(problem.remedy for problem in unit.problems)
    assert min(problem.place.line for problem in unit.problems) == line
    found = list(references(output(unit))) if not isinstance(output(unit), Unknown) else []
    assert isinstance(output(unit), Unknown) or found or isinstance(output(unit), Known)


NO_CIRCLES = {
    "names in text": 'locals {\n  a = "use local.a here"\n  b = local.a\n}\n',
    "names of a loop": "locals {\n  a = [for local in [{ a = 1 }] : local.a]\n}\n",
    "a comment": "locals {\n  a = 1 # not local.a\n}\n",
    "an attribute with the name of a local": "locals {\n  a = { local = { a = 1 } }.local.a\n}\n",
}


@pytest.mark.parametrize("text", NO_CIRCLES.values(), ids=NO_CIRCLES)
def test_no_circle_where_there_is_none(text, tmp_path):
    assert load_files({"main.tf": text}, tmp_path).problems == ()


def chain(number: int, step: str, end: str) -> str:
    locals_ = "".join(f"  l{index} = {step.format(f'local.l{index + 1}')}\n" for index in range(number))
    return f'locals {{\n{locals_}  l{number} = {end}\n}}\noutput "o" {{\n  value = local.l0\n}}\n'


def test_a_chain_of_3000_locals(tmp_path):
    unit = load_files({"main.tf": chain(3000, "{}", '"end"')}, tmp_path)
    value = output(unit)
    assert isinstance(value, Known)
    assert value.data == "end"
    assert value.trail[-1].place is not None
    assert value.trail[-1].place.text == 'l3000 = "end"'


def test_a_chain_of_1000_resources(tmp_path):
    text = "".join(f'resource "aws_x" "r{i}" {{\n  name = aws_x.r{i + 1}.name\n}}\n' for i in range(1000))
    unit = load_files({"main.tf": text + 'resource "aws_x" "r1000" {\n  name = "end"\n}\n'}, tmp_path)
    first = settle(unit.resources[0].fields["name"])
    assert isinstance(first, Known)
    assert first.data == "end"


@pytest.mark.parametrize("step", ["[{}]", "{{ k = {} }}", "true ? [{}] : []", "concat([{}], [1])", "var.x ? {} : 1"])
def test_values_nested_without_end(step, tmp_path):
    unit = load_files({"main.tf": 'variable "x" {}\n' + chain(500, step, '"end"')}, tmp_path)
    evaluate_all(unit)
    list(references(output(unit)))


def test_modules_inside_one_another(tmp_path):
    files = {"main.tf": 'module "m" {\n  source = "./m0"\n  x      = "v"\n}\noutput "o" {\n  value = module.m.o\n}\n'}
    for index in range(25):
        call = f'module "m" {{\n  source = "../m{index + 1}"\n  x      = var.x\n}}\n'
        files[f"m{index}/main.tf"] = f'variable "x" {{}}\n{call}output "o" {{\n  value = module.m.o\n}}\n'
    files["m25/main.tf"] = 'variable "x" {}\noutput "o" {\n  value = var.x\n}\n'
    value = output(load_files(files, tmp_path))
    assert isinstance(value, Known)
    assert value.data == "v"


def test_a_module_that_calls_itself(tmp_path):
    unit = load_files({"main.tf": 'module "m" {\n  source = "./"\n}\nresource "aws_x" "a" {}\n'}, tmp_path)
    evaluate_all(unit)
    assert any("circle" in gap.reason for gap in unit.gaps)
    assert [resource.address for resource in unit.resources] == ["aws_x.a"]


def test_too_many_instances_are_a_gap(tmp_path):
    text = 'resource "aws_x" "a" {\n  count = 5000\n}\nmodule "m" {\n  source = "./m"\n  count  = 2000\n}\n'
    unit = load_files({"main.tf": text, "m/main.tf": 'resource "aws_x" "b" {}\n'}, tmp_path)
    assert {(gap.subject, gap.reason) for gap in unit.gaps} == {
        ("aws_x.a", "count is 5,000, and more than 1,000 instances are not listed"),
        ("module.m", "count is 2,000, and more than 1,000 instances are not listed"),
    }
    assert all(gap.place is not None for gap in unit.gaps)
    assert [resource.address for resource in unit.resources] == ["aws_x.a", "module.m.aws_x.b"]


DEEP = {
    "brackets": 'output "o" {\n  value = ' + "[" * 5000 + "]" * 5000 + "\n}\n",
    "parentheses": 'output "o" {\n  value = ' + "(" * 5000 + "1" + ")" * 5000 + "\n}\n",
    "templates": 'output "o" {\n  value = ' + '"${' * 300 + "1" + '}"' * 300 + "\n}\n",
    "blocks": "a {\n" * 3000 + "}\n" * 3000,
    "signs": 'output "o" {\n  value = ' + "!" * 3000 + "true\n}\n",
    "a long sum": 'output "o" {\n  value = ' + " + ".join(["1"] * 3000) + "\n}\n",
    "conditionals": 'output "o" {\n  value = ' + "true ? 1 : " * 1000 + "2\n}\n",
    "attributes": 'output "o" {\n  value = local.a' + ".b" * 3000 + "\n}\nlocals {\n  a = 1\n}\n",
    "splats": 'output "o" {\n  value = local.a' + "[*]" * 1000 + "\n}\nlocals {\n  a = 1\n}\n",
    "open brackets": 'output "o" {\n  value = ' + "[" * 5000 + "\n}\n",
    "directives": 'output "o" {\n  value = "' + "%{ if true }" * 200 + "%{ endif }" * 200 + '"\n}\n',
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_is_quick_and_does_not_raise(text):
    start = time.process_time()
    unit = load_text(SourceFile("main.tf", text + 'resource "aws_x" "after" {}\n'))
    evaluate_all(unit)
    assert time.process_time() - start < 5


JSON = {
    "not JSON": "{",
    "a list": "[]",
    "numbers for blocks": '{"resource": 1, "module": [1], "variable": {"a": 1}, "locals": 3, "output": {"o": []}}',
    "null": '{"resource": {"aws_x": null}, "output": null}',
    "deep": '{"output": {"o": {"value": ' + "[" * 400 + "]" * 400 + "}}}",
    "templates that do not parse": '{"output": {"o": {"value": "${", "description": "%{"}}, "locals": {"a": "${1 +}"}}',
    "keys twice": '{"locals": {"a": 1}, "locals": {"a": 2}}',
}


@pytest.mark.parametrize("text", JSON.values(), ids=JSON)
def test_odd_json(text):
    evaluate_all(load_text(SourceFile("main.tf.json", text)))


TOKENS = [
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    '"',
    "${",
    "%{",
    "~",
    "=",
    "=>",
    ":",
    "?",
    "...",
    ".",
    "[*]",
    "-",
    "!",
    "&&",
    "#",
    "/*",
    "0",
    "1e3",
    "for",
    "if",
    "null",
    "é",
    "\\",
    ",",
    "each.value",
    "var.x",
    "\x00",
    "count",
    "for_each",
    "dynamic",
]
TOKENS += ["\n", "\r\n", "\t", "<<EOT\n"]


def damaged(text: str, chance: random.Random) -> str:
    """The text with a few tokens put in, taken out, or moved."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        other = min(len(text), at + chance.randint(1, 60))
        kind = chance.random()
        if kind < 0.5:
            text = text[:at] + chance.choice(TOKENS) + text[at:]
        elif kind < 0.8:
            text = text[:at] + text[other:]
        else:
            text = text[:at] + text[other:] + text[at:other]
    return text


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_do_not_raise(seed):
    chance = random.Random(seed)
    folders = sorted({path.parent for path in EXAMPLES.rglob("*.tf")})
    files = sorted(EXAMPLES.rglob("*.tf"))
    broken = {}
    for path in chance.sample(files, 3):
        text = path.read_text(encoding="utf-8")
        broken[path] = SourceFile(path.relative_to(EXAMPLES).as_posix(), damaged(text, chance))
    for unit in load(Sources(EXAMPLES, broken), folders):
        evaluate_all(unit)
        for problem in unit.problems:
            assert problem.message
            assert problem.remedy
            assert 0 <= problem.place.span.start <= problem.place.span.end <= len(problem.place.file.text)


def test_what_is_declared_twice_is_said(tmp_path):
    files = {
        "a.tf": 'resource "aws_x" "a" {\n  n = 1\n}\nvariable "v" {}\nlocals {\n  l = 1\n}\n',
        "b.tf": 'resource "aws_x" "a" {\n  n = 2\n}\nvariable "v" {}\nlocals {\n  l = 2\n}\n',
    }
    unit = load_files(files, tmp_path)
    assert unit.problems == ()
    assert [(gap.place.file.path, gap.place.line, gap.reason) for gap in unit.gaps] == [
        ("b.tf", 1, "aws_x.a is declared twice, first in a.tf:1"),
        ("b.tf", 4, "variable.v is declared twice, first in a.tf:4"),
        ("b.tf", 6, "local.l is declared twice, first in a.tf:6"),
    ]
    assert [resource.fields.entry("n").text for resource in unit.resources] == ["n = 1"]


def test_templates_in_json_that_do_not_parse_are_said():
    text = '{\n  "locals": {\n    "a": "${1 +}",\n    "b": "$${fine}"\n  },\n  "variable": {"v": {"default": "${no template}"}}\n}'
    unit = load_text(SourceFile("main.tf.json", text))
    assert [(problem.place.line, problem.place.text) for problem in unit.problems] == [(3, '"${1 +}"')]
    assert unit.problems[0].remedy


def test_depends_on_names_resources(tmp_path):
    text = 'resource "aws_x" "a" {}\nresource "aws_x" "b" {\n  depends_on = [aws_x.a, module.m]\n}\nmodule "m" {\n  source = "./zz"\n}\n'
    more = '{"resource": {"aws_x": {"c": {"depends_on": ["aws_x.a", "data.aws_y.d"]}}}}'
    (tmp_path / "more.tf.json").write_text(more)
    unit = load_files({"main.tf": text}, tmp_path)
    found = {resource.address: [(str(each), each.resource) for each in resource.depends_on] for resource in unit.resources}
    first = unit.resources[0]
    assert found == {
        "aws_x.a": [],
        "aws_x.b": [("aws_x.a", first), ("module.m", None)],
        "aws_x.c": [("aws_x.a", first), ("data.aws_y.d", None)],
    }


def test_what_a_broken_line_may_have_said_is_unknown():
    unit = load_text(SourceFile("main.tf", 'resource "aws_x" "a" {\n  n = [1,,2]\n}\n'))
    assert unit.resources[0].fields.open_end == "line 2 has a syntax error"

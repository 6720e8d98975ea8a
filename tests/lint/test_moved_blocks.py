"""Resources that `moved` blocks send elsewhere bring nothing new."""

import subprocess

import pytest

from obslint.lint import Request, run
from obslint.lint.moves import moved_to

GROUP = 'resource "aws_cloudwatch_log_group" "{}" {{\n  name = "{}"\n}}\n'
MODULE = {"mod/main.tf": 'variable "name" {}\nresource "aws_cloudwatch_log_group" "this" {\n  name = var.name\n}\n'}
FIRST = 'module "first" {\n  source = "../mod"\n  name   = "/first"\n}\n'
CALL = 'module "orders" {\n  source = "../mod"\n  name   = "/orders"\n}\n'
MOVED = "moved {{\n  from = {}\n  to   = {}\n}}\n"


@pytest.fixture
def since(tmp_path):
    """What the change from some files to others brings: introduced, mended, there before."""

    def git(*arguments):
        own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", tmp_path, *own, *arguments], capture_output=True, check=True)

    def put(files):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)

    def since(before, after):
        git("init", "-q")
        put(before)
        git("add", "-A")
        git("commit", "-q", "-m", "x")
        put(after)
        outcome = run(Request((tmp_path,), tmp_path, select=("log-group-never-expires",), since="HEAD"))
        change = outcome.report.change
        return change.introduced, len(change.mended), change.present

    return since


def test_a_resource_that_moved_into_a_module(since):
    before = MODULE | {"live/a.tf": FIRST + GROUP.format("orders", "/orders") + GROUP.format("other", "/other")}
    moved = MOVED.format("aws_cloudwatch_log_group.orders", "module.orders.aws_cloudwatch_log_group.this")
    assert since(before, {"live/a.tf": FIRST + CALL + moved + GROUP.format("other", "/other")}) == (0, 0, 3)


def test_without_the_block_it_is_another_resource(since):
    before = MODULE | {"live/a.tf": FIRST + GROUP.format("orders", "/orders")}
    assert since(before, {"live/a.tf": FIRST + CALL}) == (1, 1, 1)


def test_a_resource_of_another_name_in_a_module_and_a_key(since):
    before = {"mod/main.tf": GROUP.format("a", "/a"), "live/a.tf": 'module "x" {\n  source = "../mod"\n}\n'}
    inner = MOVED.format("aws_cloudwatch_log_group.a", "aws_cloudwatch_log_group.b")
    outer = MOVED.format("module.x", 'module.y["k"]')
    after = {
        "mod/main.tf": inner + GROUP.format("b", "/a"),
        "live/a.tf": outer + 'module "y" {\n  source   = "../mod"\n  for_each = toset(["k"])\n}\n',
    }
    assert since(before, after) == (0, 0, 1)


def test_json_says_it_too(since):
    moved = '{"moved": [{"from": "aws_cloudwatch_log_group.a", "to": "aws_cloudwatch_log_group.b[\\"k\\"]"}]}'
    group = GROUP.format("b", "/b").replace("{\n", '{\n  for_each = toset(["k"])\n')
    assert since({"a.tf": GROUP.format("a", "/a")}, {"a.tf": group, "moved.tf.json": moved}) == (0, 0, 1)


def test_the_address_after_some_moves():
    moves = [("a.x", "a.y"), ("a.y", "module.m.a.y"), ("module.n", "module.o"), ("b.p", "b.q"), ("b.q", "b.p")]
    assert moved_to("a.x[0]", moves) == "module.m.a.y[0]"
    assert moved_to('module.n["k"].a.x', moves) == 'module.o["k"].a.x'
    assert moved_to("a.xx", moves) == "a.xx"
    assert moved_to("b.p", moves) == "b.p", "a circle ends"

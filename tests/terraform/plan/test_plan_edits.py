"""Edits of the source that are being tried while the plan still says what was before."""

import pytest
from plan_desk import BLOCKS, GROUP, Desk, group
from plan_json import attributes, change, const, declared, module, plan, refs

EDITS: dict[str, tuple[str, str, dict[str, str]]] = {
    "an attribute that is changed": ("= 0", "= 30", {"name": '"/orders"', "retention_in_days": "30", "kms_key_id": "null"}),
    "an attribute that is added": (
        "retention_in_days = 0\n",
        'retention_in_days = 0\n  kms_key_id = "k"\n',
        {"name": '"/orders"', "retention_in_days": "0", "kms_key_id": '"k"'},
    ),
    "an attribute that is taken away": ("  retention_in_days = 0\n", "", {"name": '"/orders"', "kms_key_id": "null"}),
    "nothing that counts": ("= 0", "= 0 # days", {"name": '"/orders"', "retention_in_days": "0", "kms_key_id": "null"}),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_counts_before_the_plan(name: str, desk: Desk) -> None:
    old, new, expected = EDITS[name]
    group(desk)
    unit = desk.load({"main.tf": GROUP.replace(old, new)})
    assert attributes(unit, "aws_cloudwatch_log_group.g") == expected


def test_an_edit_does_not_bring_back_what_the_plan_overrules(desk: Desk) -> None:
    """The plan was made with a value for the variable; an edit elsewhere must not make its default count."""
    source = GROUP.replace("= 0", "= var.days") + 'variable "days" {\n  default = 7\n}\n'
    text = {"name": "/orders", "retention_in_days": 30}
    desk.write(main=source)
    config = module(
        declared("aws_cloudwatch_log_group.g", name=const("/orders"), retention_in_days=refs("var.days")), variables={"days": 7}
    )
    desk.plan(plan(change("aws_cloudwatch_log_group.g", text), config=config, variables={"days": {"value": 30}}))
    address = "aws_cloudwatch_log_group.g"
    assert attributes(desk.load({"main.tf": source.replace('"/orders"', '"/o"')}), address) == {"name": '"/o"', "retention_in_days": "30"}
    assert attributes(desk.load({"main.tf": source.replace("= 7", "= 9")}), address)["retention_in_days"] == "9"


def test_edits_add_and_take_away_resources(desk: Desk) -> None:
    group(desk)
    added = desk.load({"main.tf": GROUP + 'resource "aws_x" "new" {\n  group = aws_cloudwatch_log_group.g.arn\n}\n'})
    assert [found.address for found in added.resources] == ["aws_cloudwatch_log_group.g", "aws_x.new"]
    assert attributes(added, "aws_x.new") == {"group": "${aws_cloudwatch_log_group.g.arn}"}
    assert added.mentions(added.resources[0]) == (added.resources[1],)
    assert desk.load({"main.tf": "locals {\n}\n"}).resources == ()


def test_an_edited_block_counts(desk: Desk) -> None:
    desk.write(main=BLOCKS)
    after = {"name": "a", "access_logs": [{"enabled": True}], "subnet_mapping": [{"subnet_id": "s"}]}
    config = module(
        declared("aws_lb.a", access_logs=[{"bucket": refs("aws_s3_bucket.b.id"), "enabled": const(True)}]), declared("aws_s3_bucket.b")
    )
    desk.plan(plan(change("aws_lb.a", after, unknown={"access_logs": [{"bucket": True}]}), change("aws_s3_bucket.b"), config=config))
    unit = desk.load({"main.tf": BLOCKS.replace("enabled = true", "enabled = false")})
    assert attributes(unit, "aws_lb.a")["access_logs"] == "[{bucket: ${aws_s3_bucket.b.id}, enabled: false}]"

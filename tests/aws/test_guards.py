"""What policies allow: one table of policies and answers, read in every form in which a policy can be written."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_forms import FORMS, Statements

from obslint.aws import Bucket, Unit
from obslint.aws.guards.allows import guard_allows, objects
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.texts import ACCOUNT, PARTITION, REGION, Slot, Text, matches
from obslint.cloudformation import load_template_file
from obslint.source import SourceFile, Sources
from obslint.terraform import load_text

YES, NO, OPEN = True, False, None
TRAIL: Text = ("arn:", PARTITION, ":cloudtrail:", REGION, ":", ACCOUNT, ":trail/main")
CONTEXT = {"aws:SourceArn": TRAIL, "s3:x-amz-acl": ("bucket-owner-full-control",)}


def statement(effect: str = "Allow", **elements: Any) -> dict[str, Any]:
    """A statement that lets CloudTrail write under its prefix, changed where a test wants it."""
    made = {
        "Effect": effect,
        "Principal": {"Service": "cloudtrail.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": "{bucket}/AWSLogs/{account}/*",
        **elements,
    }
    return {key: value for key, value in made.items() if value is not None}


def when(operator: str, key: str, value: Any) -> dict[str, Any]:
    return {"Condition": {operator: {key: value}}}


ALLOW = statement()
EVERYONE = {"Principal": "*", "Action": "s3:*", "Resource": ["{bucket}", "{bucket}/*"]}

TABLE: dict[str, tuple[Statements, bool | None]] = {
    "as documented": ([ALLOW], YES),
    "the bucket by its name": ([statement(Resource="arn:aws:s3:::{name}/AWSLogs/{account}/*")], YES),
    "the whole bucket": ([statement(Resource="{bucket}/*")], YES),
    "everything": ([statement(Resource="*")], YES),
    "another bucket": ([statement(Resource="{other}/*")], NO),
    "the bucket without its objects": ([statement(Resource="{bucket}")], NO),
    "another prefix": ([statement(Resource="{bucket}/trails/AWSLogs/{account}/*")], NO),
    "an account written out": ([statement(Resource="{bucket}/AWSLogs/123456789012/*")], OPEN),
    "an account that is none": ([statement(Resource="{bucket}/AWSLogs/shared/*")], NO),
    "an unknown prefix": ([statement(Resource="{bucket}/{unknown}/*")], OPEN),
    "only some of the objects": ([statement(Resource="{bucket}/AWSLogs/{account}/CloudTrail/eu-*")], OPEN),
    "actions with a wildcard": ([statement(Action="s3:Put*")], YES),
    "actions in another case": ([statement(Action="S3:putobject")], YES),
    "several actions": ([statement(Action=["s3:GetBucketAcl", "s3:PutObject"])], YES),
    "another action": ([statement(Action="s3:PutObjectAcl")], NO),
    "an unknown action": ([statement(Action=["s3:GetObject", "{unknown}"])], OPEN),
    "all actions but one": ([statement(Action=None, NotAction="s3:DeleteObject")], YES),
    "all actions but this": ([statement(Action=None, NotAction=["s3:Put*"])], NO),
    "all resources but another": ([statement(Resource=None, NotResource="{other}/*")], YES),
    "all resources but these": ([statement(Resource=None, NotResource="{bucket}/*")], NO),
    "another service": ([statement(Principal={"Service": "config.amazonaws.com"})], NO),
    "several services": ([statement(Principal={"Service": ["config.amazonaws.com", "cloudtrail.amazonaws.com"]})], YES),
    "the account": ([statement(Principal={"AWS": "arn:aws:iam::{account}:root"})], NO),
    "everyone": ([statement(Principal="*")], YES),
    "every AWS principal": ([statement(Principal={"AWS": "*"})], YES),
    "an unknown principal": ([statement(Principal={"Service": "{unknown}"})], OPEN),
    "a service and an account": (
        [statement(Principal={"AWS": "123456789012", "Service": "cloudtrail.amazonaws.com"})],
        YES,
    ),
    "nothing": ([statement("Deny", Action="s3:DeleteObject")], NO),
    "its ARN": ([statement(**when("StringEquals", "aws:SourceArn", "{trail}"))], YES),
    "its ARN in other case of the key": ([statement(**when("StringEquals", "AWS:SourceArn", "{trail}"))], YES),
    "any trail": ([statement(**when("ArnLike", "aws:SourceArn", "arn:aws:cloudtrail:*:{account}:trail/*"))], YES),
    "any trail, without wildcards": ([statement(**when("StringEquals", "aws:SourceArn", "arn:aws:cloudtrail:*:{account}:trail/*"))], NO),
    "another trail": ([statement(**when("ArnEquals", "aws:SourceArn", "arn:aws:cloudtrail:*:{account}:trail/other"))], NO),
    "one of two trails": ([statement(**when("StringLike", "aws:SourceArn", ["arn:aws:cloudtrail:*:*:trail/other", "{trail}"]))], YES),
    "an unknown trail": ([statement(**when("StringEquals", "aws:SourceArn", "{unknown}"))], OPEN),
    "the account as its source": ([statement(**when("StringEquals", "aws:SourceAccount", "{account}"))], YES),
    "an organization": ([statement(**when("StringEquals", "aws:PrincipalOrgID", "o-1"))], NO),
    "an organization, if any": ([statement(**when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-1"))], YES),
    "not an organization": ([statement(**when("StringNotEquals", "aws:PrincipalOrgID", "o-1"))], YES),
    "the ACL": ([statement(**when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"))], YES),
    "another ACL": ([statement(**when("StringEquals", "s3:x-amz-acl", "private"))], NO),
    "the ACL in other case": ([statement(**when("StringEquals", "s3:x-amz-acl", "Bucket-Owner-Full-Control"))], NO),
    "the ACL whatever the case": ([statement(**when("StringEqualsIgnoreCase", "s3:x-amz-acl", "Bucket-Owner-Full-Control"))], YES),
    "a key of which nothing is known": ([statement(**when("StringEquals", "s3:x-amz-meta", "a"))], OPEN),
    "encrypted only": ([statement(**when("Bool", "aws:SecureTransport", "true"))], YES),
    "unencrypted only": ([statement(**when("Bool", "aws:SecureTransport", False))], NO),
    "a missing key": ([statement(**when("Null", "aws:SourceVpce", "true"))], YES),
    "a key that must be there": ([statement(**when("Null", "aws:SourceVpce", "false"))], NO),
    "for any value": ([statement(**when("ForAnyValue:StringNotEquals", "aws:PrincipalOrgPaths", "o-1"))], NO),
    "for all values": ([statement(**when("ForAllValues:StringEquals", "aws:PrincipalOrgPaths", "o-1"))], YES),
    "an address": ([statement(**when("IpAddress", "aws:SourceIp", "10.0.0.0/8"))], NO),
    "a date": ([statement(**when("DateLessThan", "aws:CurrentTime", "2030-01-01T00:00:00Z"))], OPEN),
    "two conditions, one not met": (
        [statement(Condition={"StringEquals": {"aws:SourceAccount": "{account}", "aws:PrincipalOrgID": "o-1"}})],
        NO,
    ),
    "denied to all without TLS": ([ALLOW, statement("Deny", **EVERYONE, **when("Bool", "aws:SecureTransport", "false"))], YES),
    "denied to all": ([ALLOW, statement("Deny", **EVERYONE)], NO),
    "denied outside the organization": ([ALLOW, statement("Deny", **EVERYONE, **when("StringNotEquals", "aws:PrincipalOrgID", "o-1"))], NO),
    "denied outside the organization, services spared": (
        [
            ALLOW,
            statement(
                "Deny",
                **EVERYONE,
                Condition={"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}, "Bool": {"aws:PrincipalIsAWSService": "false"}},
            ),
        ],
        YES,
    ),
    "denied outside the organization, if any": (
        [ALLOW, statement("Deny", **EVERYONE, **when("StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-1"))],
        NO,
    ),
    "denied outside a network": ([ALLOW, statement("Deny", **EVERYONE, **when("StringNotEquals", "aws:SourceVpce", "vpce-1"))], NO),
    "denied outside some addresses": ([ALLOW, statement("Deny", **EVERYONE, **when("NotIpAddress", "aws:SourceIp", "10.0.0.0/8"))], NO),
    "denied to all but CloudTrail": (
        [ALLOW, statement("Deny", Principal=None, NotPrincipal={"Service": "cloudtrail.amazonaws.com"}, Action="s3:*", Resource="*")],
        YES,
    ),
    "denied to all but an account": (
        [ALLOW, statement("Deny", Principal=None, NotPrincipal={"AWS": "123456789012"}, Action="s3:*", Resource="*")],
        NO,
    ),
    "denied perhaps": ([ALLOW, statement("Deny", **{**EVERYONE, "Resource": "{unknown}"})], OPEN),
    "another bucket is denied": ([ALLOW, statement("Deny", **{**EVERYONE, "Resource": "{other}/*"})], YES),
    "deletion is denied": ([ALLOW, statement("Deny", **{**EVERYONE, "Action": "s3:Delete*"})], YES),
}


def unit_of(text: str) -> Unit:
    """A unit of HCL, or of a template written as JSON."""
    if text.startswith("{"):
        return Unit(load_template_file(Sources(Path.cwd()), SourceFile("template.json", text)))
    return Unit(load_text(SourceFile("main.tf", text)))


def answer(text: str) -> bool | None:
    unit = unit_of(text)
    bucket = next(one for one in unit.all(Bucket) if one.local_name.lower() == "b")
    verdict = guard_allows(service_principal("cloudtrail"), "s3:PutObject", bucket, unit, CONTEXT, within=objects("AWSLogs/", ACCOUNT, "/"))
    return verdict.allowed.known


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", TABLE)
def test_a_policy_says_the_same_in_every_form(case: str, form: str):
    statements, expected = TABLE[case]
    assert answer(FORMS[form](statements)) is expected, FORMS[form](statements)


LETTERS = st.text("ab:/*?", max_size=8)


@given(pattern=LETTERS, text=st.text("ab:/", max_size=8))
def test_slots_never_turn_a_certain_answer_round(pattern: str, text: str):
    """Where a slot stands for a text, what is certain with the slot is true with the text in its place."""
    from fnmatch import fnmatchcase

    truth = fnmatchcase(text, pattern.replace("[", "[[]"))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            masked: Text = tuple(p for p in (text[:start], Slot("value", "x"), text[end:]) if p)
            assert matches((pattern,), masked).known in (None, truth)


@settings(max_examples=60, deadline=None)
@given(
    chosen=st.lists(st.sampled_from(sorted(TABLE)), min_size=1, max_size=3),
    action=st.sampled_from(["s3:*", "s3:PutObject", "s3:Get*", "*"]),
    resource=st.sampled_from(["*", "{bucket}/*", "{other}/*", "{unknown}", "{bucket}/AWSLogs/*"]),
    form=st.sampled_from(sorted(FORMS)),
)
def test_a_deny_never_opens_and_an_allow_never_closes(chosen: list[str], action: str, resource: str, form: str):
    statements = [one for case in chosen for one in TABLE[case][0]]
    before = answer(FORMS[form](statements))
    denied = answer(FORMS[form]([*statements, statement("Deny", Principal="*", Action=action, Resource=resource)]))
    allowed = answer(FORMS[form]([*statements, statement(Action=action, Resource=resource)]))
    order = {NO: 0, OPEN: 1, YES: 2}
    assert order[denied] <= order[before] <= order[allowed]


def test_arns_are_spelled_as_aws_spells_them():
    unit = unit_of('provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_cloudwatch_log_group" "g" {\n  name = "/a/b"\n}')
    group = unit.data.resources[0]
    assert matches(("arn:aws:logs:eu-west-1:*:log-group:/a/*",), arn_of(group)).known
    assert matches(("arn:aws:logs:eu-*:log-group:/a/b:*",), arn_of(group)).known is False

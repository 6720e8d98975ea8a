"""The 25 silent failures that matter most: found in both dialects and every written form of a policy, silent on the repaired twin.

An item is `items/<name>.tf` and `items/<name>.cfn.yaml`; lines that end in `#! broken` or `#! repaired` belong to one of the twins only.
Where a policy decides, its statements stand in `items/<name>.policy.json`, and the test writes them at POLICY in each form.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from obslint.lint import Outcome, Request, run
from obslint.model import Inputs
from obslint.policy import Persona

ITEMS = Path(__file__).parent / "items"
RULES = {
    "alarm-topic-aws-managed-key": "alarm-topic-with-aws-key",
    "alarm-topic-cmk-lacks-cloudwatch": "topic-key-closed-to-cloudwatch",
    "event-topic-not-permitted": "topic-closed-to-eventbridge",
    "event-rule-topic-key-lacks-events": "topic-key-closed-to-eventbridge",
    "event-lambda-not-permitted": "function-closed-to-eventbridge",
    "topic-policy-drops-cloudwatch": "topic-closed-to-cloudwatch",
    "alarm-topic-without-subscriber": "alarm-topic-without-subscriber",
    "alarm-dimension-wrong-identifier": "wrong-dimension-identifier",
    "alarm-rds-instance-id-provider5": "db-resource-id-dimension",
    "alarm-dimension-set-not-published": "unpublished-dimension-set",
    "alarm-reads-unwritten-custom-metric": "alarm-on-unwritten-metric",
    "alarm-omits-filter-dimensions": "alarm-omitting-filter-dimensions",
    "average-of-constant-one": "average-of-constant-one",
    "threshold-outside-metric-range": "unreachable-threshold",
    "alarm-global-metric-wrong-region": "misplaced-global-metric-alarm",
    "eventbridge-readonly-event-default-state": "readonly-rule-in-default-state",
    "eventbridge-global-events-other-region": "misplaced-global-event-rule",
    "trail-excludes-events-alarmed-on": "trail-excluding-watched-events",
    "trail-pattern-on-other-group": "trail-filter-on-wrong-group",
    "alarm-duplicate-name": "duplicate-alarm-name",
    "config-recorder-not-started": "stopped-config-recorder",
    "log-bucket-deny-blocks-delivery": "deny-blocking-log-delivery",
    "access-log-target-not-granted": "log-bucket-closed-to-s3",
    "subscription-filter-needs-attributes": "attribute-filter-on-alarm-topic",
    "rds-log-export-without-parameters": "log-export-without-parameters",
}
"""The items in the order of their worth, and the rule that finds each."""

OTHERWISE = {("alarm-rds-instance-id-provider5", ".cfn.yaml"): "wrong-dimension-identifier"}
"""What finds an item in one dialect only: it was version 5 of the Terraform provider that changed `id`."""

Statements = list[dict[str, Any]]
Form = Callable[[Statements], tuple[str, str]]

_WORDS = {
    ".tf": {
        "TOPIC": "${aws_sns_topic.oncall.arn}",
        "ALARM": "${aws_cloudwatch_metric_alarm.age.arn}",
        "BUCKET": "${aws_s3_bucket.logs.arn}",
        "ACCOUNT": "${data.aws_caller_identity.me.account_id}",
    },
    ".cfn.yaml": {"TOPIC": "${Oncall}", "ALARM": "${Age.Arn}", "BUCKET": "${Logs.Arn}", "ACCOUNT": "${AWS::AccountId}"},
}
"""What statements name, in the words of each dialect."""


def worded(value: Any, words: Mapping[str, str], around: Callable[[str], Any] = str) -> Any:
    """The value with names of resources put in; `around` wraps each text that has one."""
    if isinstance(value, dict):
        return {key: worded(item, words, around) for key, item in value.items()}
    if isinstance(value, list):
        return [worded(item, words, around) for item in value]
    named = re.sub(r"\b(TOPIC|ALARM|BUCKET|ACCOUNT)\b", lambda found: words[found[0]], value)
    return value if named == value else around(named)


def document(statements: Statements) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2)


def listed(value: Any) -> str:
    return json.dumps(value if isinstance(value, list) else [value])


def source(name: str, statements: Statements, *lines: str) -> str:
    """A data source that writes a policy."""
    body = [f'data "aws_iam_policy_document" "{name}" {{', *lines]
    for one in statements:
        kinds = {"*": "*"} if one["Principal"] == "*" else one["Principal"]
        body += ["statement {", f'sid = "{one["Sid"]}"', f'effect = "{one["Effect"]}"']
        body += [f"actions = {listed(one['Action'])}", f"resources = {listed(one['Resource'])}"]
        body += [f'principals {{\n type = "{kind}"\n identifiers = {listed(named)}\n}}' for kind, named in kinds.items()]
        for test, keys in one.get("Condition", {}).items():
            body += [f'condition {{\n test = "{test}"\n variable = "{key}"\n values = {listed(value)}\n}}' for key, value in keys.items()]
        body.append("}")
    return "\n".join([*body, "}\n"])


def _overridden(statements: Statements) -> str:
    """A policy in which each statement takes the place of one with the same Sid that says the opposite."""
    opposite = [{**one, "Effect": {"Allow": "Deny", "Deny": "Allow"}[one["Effect"]]} for one in statements]
    over = "override_policy_documents = [data.aws_iam_policy_document.over.json]"
    return source("over", statements) + source("access", opposite, over)


_WRITTEN = "data.aws_iam_policy_document.access.json"
FORMS: dict[str, dict[str, Form]] = {
    ".tf": {
        "data source": lambda given: (_WRITTEN, source("access", given)),
        "source documents": lambda given: (
            _WRITTEN,
            source("first", given[:1])
            + source("rest", given[1:])
            + source(
                "access",
                [],
                "source_policy_documents = [data.aws_iam_policy_document.first.json, data.aws_iam_policy_document.rest.json]",
            ),
        ),
        "override documents": lambda given: (_WRITTEN, _overridden(given)),
        "jsonencode": lambda given: (f"jsonencode({document(given)})", ""),
        "heredoc": lambda given: (f"<<-POLICY\n{document(given)}\nPOLICY\n", ""),
        "local": lambda given: ("local.access", f"locals {{\n  access = jsonencode({document(given)})\n}}\n"),
    },
    ".cfn.yaml": {
        "document": lambda given: (json.dumps({"Version": "2012-10-17", "Statement": given}), ""),
        "Fn::Sub": lambda given: (json.dumps({"Fn::Sub": document(given)}), ""),
    },
}


def twin(name: str, suffix: str, which: str, form: str) -> str:
    """One of the twins of an item as text."""
    other = "repaired" if which == "broken" else "broken"
    lines = (ITEMS / f"{name}{suffix}").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line.removesuffix(f" #! {which}") for line in lines if not line.endswith(f"#! {other}")) + "\n"
    if not form:
        return text
    given = json.loads((ITEMS / f"{name}.policy.json").read_text(encoding="utf-8"))[which]
    whole: Callable[[str], Any] = (lambda named: {"Fn::Sub": named}) if form == "document" else str
    policy, more = FORMS[suffix][form](worded(given, _WORDS[suffix], whole))
    identity = 'data "aws_caller_identity" "me" {}\n' if suffix == ".tf" else ""
    return text.replace("POLICY", policy, 1) + more + identity


def cases() -> list[tuple[str, str, str]]:
    """Every item in every dialect, and in every form of its policy."""
    found = []
    for name in RULES:
        has_policy = (ITEMS / f"{name}.policy.json").exists()
        for suffix, forms in FORMS.items():
            found += [(name, suffix, form) for form in (forms if has_policy else [""])]
    return found


def scan(folder: Path, suffix: str, text: str) -> Outcome:
    """What the rules of all items say about a text."""
    (folder / f"main{suffix}").write_text(text, encoding="utf-8")
    region = re.search(r"^# region: (\S+)$", text, re.MULTILINE)
    inputs = Inputs(region=region[1] if region else "")
    return run(Request((folder,), folder, select=tuple(RULES.values()), persona=Persona.AUDITOR, inputs=inputs))


def test_every_item_is_there() -> None:
    assert len(RULES) == 25
    assert {path.name.partition(".")[0] for path in ITEMS.iterdir()} == set(RULES)


@pytest.mark.parametrize(("name", "suffix", "form"), cases())
def test_is_found_and_its_repaired_twin_is_not(name: str, suffix: str, form: str, tmp_path: Path) -> None:
    broken, repaired = twin(name, suffix, "broken", form), twin(name, suffix, "repaired", form)
    rule = OTHERWISE.get((name, suffix), RULES[name])
    assert broken != repaired
    outcome = scan(tmp_path, suffix, broken)
    assert outcome.errors == ()
    assert {finding.rule for finding in outcome.report.findings} == {rule}
    outcome = scan(tmp_path, suffix, repaired)
    assert outcome.errors == ()
    assert outcome.report.findings == ()
    assert [doubt for doubt in outcome.report.undecided if doubt.rule == rule] == []

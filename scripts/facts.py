#!/usr/bin/env python3
"""Writes the tables in linter/obslint/aws/facts from researched facts: scripts/facts.py [FOLDER] (default ../shared/facts); `make facts`.

The tables hold what rules ask for and leave the rest out. `--check` tells whether what is shipped is well-formed; the facts
themselves lie outside of this repository.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "linter" / "obslint" / "aws" / "facts"
SOURCE = ROOT.parent / "shared" / "facts"

TABLES = (
    "bucket_delivery_policies", "data_event_names", "dimension_identifiers", "elb_log_accounts", "event_catalog", "event_field_types",
    "global_event_sources", "global_metric_namespaces", "implicit_log_groups", "kms_principals", "lambda_invoke_principals",
    "log_group_classes", "logs_resource_policy_principals", "managed_policies", "metric_polarity", "metric_publish_period",
    "name_prefixes", "readonly_exceptions", "retention_days_allowed", "role_required_targets", "role_trust", "service_message_keys",
    "sns_publish_principals", "sqs_send_principals", "stream_name_shapes", "vended_log_actions",
)  # fmt: skip


MORE_SETS = {
    "AWS/SNS": "mobile push and SMS add Application, Platform, Country, SMSType and PhoneNumber (Amazon SNS developer guide, dimensions)",
    "AWS/RUM": "extended metrics have dimensions of the user's choice (CloudWatch user guide, extended metrics of RUM)",
    "CloudWatchSynthetics": "canaries with several browsers add one (CloudWatch user guide, metrics published by canaries)",
}
"""Corrections: the researched dimension sets of these namespaces are not all there are."""

MORE_METRICS = {
    "AWS/Scheduler": "InvocationsFailedToBeSentToDeadLetterCount_<error code> has a name for each error (EventBridge Scheduler user guide)",
    "AWS/Redshift": "a fifth of the names is not confirmed by AWS's own pages, and integrations keep adding some",
}
"""Corrections: the researched names of these namespaces are not all there are."""

VERIFIED = {
    "AWS/Bedrock": (
        "InputTokenCount", "InvocationClientErrors", "InvocationLatency", "InvocationServerErrors", "InvocationThrottles", "Invocations",
        "LegacyModelInvocations", "OutputImageCount", "OutputTokenCount",
    ),
}  # fmt: skip
"""Corrections: metrics whose names AWS's own page confirms (Amazon Bedrock user guide, runtime metrics)."""


def metrics(facts: dict[str, Any]) -> dict[str, Any]:
    """The metrics of every namespace; a key that is missing has its default (see `Metric` and `Namespace`)."""
    never: dict[str, dict[str, str]] = {}
    for row in facts["never_exists"]:
        if row["metric"] not in facts["namespaces"].get(row["namespace"], {"metrics": ()})["metrics"]:  # else only some resources lack it
            never.setdefault(row["namespace"], {})[row["metric"]] = row["why"]
    found = {name: _namespace(row, never.get(name, {})) for name, row in facts["namespaces"].items()}
    for name in MORE_SETS:
        found[name].pop("sets_complete", None)
        for metric in found[name]["metrics"].values():
            metric.pop("exhaustive", None)
    for namespace, names in VERIFIED.items():
        for name in names:
            found[namespace]["metrics"][name].pop("unverified", None)
    for name in MORE_METRICS:
        found[name].pop("complete", None)
    missing = {name: rows["*"] for name, rows in never.items() if "*" in rows and name not in found and name.startswith("AWS/")}
    return {"namespaces": found, "missing": missing, "known": sorted(facts["other_known_namespaces"])}


def _namespace(row: dict[str, Any], never: dict[str, str]) -> dict[str, Any]:
    sets = [sorted(one) for one in row["dimension_sets"]]
    known = {tuple(one) for one in sets}
    for metric in row["metrics"].values():
        for one in map(sorted, metric.get("dimension_sets", ())):
            if tuple(one) not in known:
                known.add(tuple(one))
                sets.append(one)
    made = {
        "sets": sets,
        "documented_sets": len(row["dimension_sets"]),
        "complete": row["complete"],
        "sets_complete": row["dimension_sets_complete"],
        "custom_like": row.get("custom_like", False),
        "region": row.get("region_only", ""),
        "never": never,
        "metrics": {name: _metric(metric, sets) for name, metric in sorted(row["metrics"].items())},
    }
    return {key: value for key, value in made.items() if value or key in ("sets", "metrics")}


def _metric(row: dict[str, Any], sets: list[list[str]]) -> dict[str, Any]:
    made = {
        "sets": [sets.index(sorted(one)) for one in row.get("dimension_sets", ())],
        "exhaustive": row.get("dims_exhaustive", False),
        "stats": row.get("stat", []),
        "stats_only": row.get("stat_exclusive", False),
        "period": row["min_period_s"] if row["min_period_s"] != 60 else 0,
        "ranges": [{key: one[key] for key in ("min", "max", "stat") if key in one} for one in row.get("value_range", ())],
        "signal": row["signal"],
        "impact": row["impact"] if row["impact"] != "unknown" else "",
        "sparse": row.get("sparse_kind", "nonzero") if row["sparse"] else "",
        "unit": row.get("unit", ""),
        "condition": row.get("condition", ""),
        "unverified": row.get("verified") is False,
    }
    return {key: value for key, value in made.items() if value}


def resources(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """What is watched by which metrics: resource types, the dimension that names one, and the alarms recommended for it."""
    kept = (
        "terraform", "cloudformation", "namespace", "dimension", "terraform_value", "cloudformation_value", "condition", "golden",
        "user_facing", "other_dimensions", "wrong_values", "needs", "recommended_alarms", "verified",
    )  # fmt: skip
    return [{key: row[key] for key in kept if key in row} for row in facts["resources"]]


EVENT_CATALOG = {
    "source": "EventBridge Events Reference: https://docs.aws.amazon.com/eventbridge/latest/ref/events.html",
    "verified": True,
    "rows": {
        "*": ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail", "AWS Service Event via CloudTrail"],
        "aws.backup": [
            "Backup Vault State Change", "Backup Plan State Change", "Backup Job State Change", "Copy Job State Change",
            "Restore Job State Change", "Recovery Point Change", "Recovery Point State Change", "Region Setting State Change",
            "Recovery Point Index State Change",
        ],
        "aws.cloudwatch": [
            "CloudWatch Alarm State Change", "CloudWatch Alarm Configuration Change", "CloudWatch Alarm Contributor State Change",
        ],
        "aws.config": [
            "Config Configuration Item Change", "Config Rules Compliance Change", "Config Configuration Snapshot Delivery Status",
            "Config Configuration History Delivery Status", "Config Rules Re-evaluation Status",
        ],
        "aws.ec2": [
            "EC2 Instance State-change Notification", "EC2 Spot Instance Interruption Warning", "EBS Volume Notification",
            "EBS Snapshot Notification", "EC2 AMI State Change",
        ],
        "aws.guardduty": [
            "GuardDuty Finding", "GuardDuty Runtime Protection Healthy", "GuardDuty Runtime Protection Unhealthy",
            "GuardDuty Malware Protection Object Scan Result", "GuardDuty Malware Protection Resource Status Active",
            "GuardDuty Malware Protection Resource Status Warning", "GuardDuty Malware Protection Resource Status Error",
            "GuardDuty Malware Protection Post Scan Action Failed",
        ],
        "aws.s3": [
            "Async Copy Completion", "Object Created", "Object Deleted", "Object Restore Initiated", "Object Restore Completed",
            "Object Restore Expired", "Object Tags Added", "Object Tags Deleted", "Object ACL Updated", "Object Storage Class Changed",
            "Object Access Tier Changed",
        ],
        "aws.securityhub": [
            "Security Hub Insight Results", "Security Hub Standard Results", "Security Hub Findings",
            "Security Hub Findings - Custom Action", "Security Hub Findings - Imported", "Findings Imported V2",
        ],
    },
}  # fmt: skip
"""Takes the place of the researched rows, which were not looked up; read in the reference, one page for each source."""


def tables(facts: dict[str, Any]) -> dict[str, Any]:
    """The smaller tables, each with its source and whether it was verified."""
    found = {name: {key: facts[name][key] for key in ("rows", "source", "verified")} for name in TABLES}
    return {**found, "event_catalog": EVENT_CATALOG}


def build(folder: Path) -> dict[str, Any]:
    """The files to ship, by name."""
    researched = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    aws = json.loads((folder / "aws.json").read_text(encoding="utf-8"))
    return {"metrics.json": metrics(researched), "resources.json": resources(researched), "tables.json": tables(aws)}


def main() -> int:
    """Writes the files, or with --check reads what is there; returns the exit code."""
    if "--check" in sys.argv[1:]:
        from obslint.aws import facts

        return 0 if facts.namespaces() and facts.watched() and facts.table("kms_principals").rows else 1
    folder = Path(next(iter(sys.argv[1:]), SOURCE))
    if not folder.is_dir():
        return 0
    for name, data in build(folder).items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"') + "\n"
        (TARGET / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

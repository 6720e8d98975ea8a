"""Time and memory of reading a large plan. `python bench/plan.py [MEGABYTES]`"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from results import keep, table

LOAD = """
import json, sys, time
from pathlib import Path
from obslint.model import Known, references
from obslint.source import Sources
from obslint.terraform.plan import load_plan, looks_like_plan
sources = Sources(Path(sys.argv[1]).parent)
step = sys.argv[2]
start = time.process_time()
file = sources.read(Path(sys.argv[1]))
if step == "objects":
    whole = json.loads(file.text)
elif step != "read":
    assert looks_like_plan(file.text)
    unit = load_plan(sources, Path(sys.argv[1]))
    assert len(unit.resources) > 1000 and not unit.problems, unit.problems
if step == "attributes":
    for name in ("alarm_actions", "retention_in_days"):
        for found in unit.of_type("aws_cloudwatch_metric_alarm", "aws_cloudwatch_log_group"):
            found.fields.get(name)
if step == "everything":
    mentioned = sum(1 for found in unit.resources for _ in references(Known(found.fields)))
    assert mentioned > 1000, mentioned
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(time.process_time() - start, int(peak.split()[1]) / 1024)
"""

STEPS = {
    "read": "read the text",
    "load": "recognise and load",
    "attributes": "and read two attributes of every alarm and log group",
    "everything": "and walk all values of all resources",
    "objects": "json.loads of all of it, for comparison",
}


def parts(service: int) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """The resources of one service: type, name, planned values, what is unknown, and the expressions."""
    name = f"service-{service}"
    tags = {"Service": name, "Team": "orders", "Environment": "production", "CostCentre": str(service)}
    common = {"tags": tags, "tags_all": tags}
    yield "aws_sns_topic", "alarms", {"name": name, "display_name": "x" * 40, **common}, {"arn": True, "id": True}, {}
    group = {"name": f"/services/{name}", "retention_in_days": service % 3 * 30, "skip_destroy": False, **common}
    yield "aws_cloudwatch_log_group", "this", group, {"arn": True, "id": True}, {"name": {"references": ["var.name"]}}
    for number in range(6):
        alarm = {
            "alarm_name": f"{name}-{number}",
            "namespace": "AWS/Lambda",
            "metric_name": "Errors",
            "period": 60,
            "threshold": 1,
            **common,
        }
        alarm |= {
            "alarm_description": "Something is wrong; see the runbook. " * 8,
            "dimensions": {"FunctionName": name},
            "metric_query": [],
        }
        topic = {"references": ["aws_sns_topic.alarms.arn", "aws_sns_topic.alarms"]}
        yield "aws_cloudwatch_metric_alarm", f"a{number}", alarm, {"alarm_actions": True, "arn": True, "id": True}, {"alarm_actions": topic}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}] * 12})
    yield (
        "aws_iam_policy",
        "this",
        {"name": name, "policy": policy, **common},
        {"arn": True, "id": True},
        {"name": {"references": ["var.name"]}},
    )


def plan(services: int) -> dict[str, Any]:
    """A plan of so many modules; a quarter of the resources exist already."""
    changes, children, calls = [], [], {}
    for service in range(services):
        address = f'module.service_{service}["eu"]'
        inside, planned = [], []
        for kind, name, values, unknown, expressions in parts(service):
            shared = {"address": f"{address}.{kind}.{name}", "mode": "managed", "type": kind, "name": name, "provider_name": "aws"}
            old = values if service % 4 == 0 else None
            change = {"actions": ["update" if old else "create"], "before": old, "after": values, "after_unknown": unknown}
            changes.append({**shared, "module_address": address, "change": {**change, "before_sensitive": {}, "after_sensitive": {}}})
            planned.append({**shared, "schema_version": 0, "values": values, "sensitive_values": {"tags": {}, "tags_all": {}}})
            inside.append({"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name, "provider_config_key": "aws",
                           "expressions": expressions, "schema_version": 0})  # fmt: skip
        children.append({"resources": planned, "address": address})
        variables = {"name": {"default": "x"}}
        calls[f"service_{service}"] = {"source": "./service", "expressions": {"name": {"constant_value": f"service-{service}"}},
                                       "for_each_expression": {"constant_value": ["eu"]},
                                       "module": {"resources": inside, "variables": variables}}  # fmt: skip
    prior = [child for index, child in enumerate(children) if index % 4 == 0]
    region = {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}}
    return {
        "format_version": "1.2",
        "terraform_version": "1.9.0",
        "planned_values": {"root_module": {"child_modules": children}},
        "resource_changes": changes,
        "prior_state": {"format_version": "1.0", "values": {"root_module": {"child_modules": prior}}},
        "configuration": {"provider_config": {"aws": region}, "root_module": {"module_calls": calls}},
    }


def measure(path: Path, step: str) -> tuple[float, float]:
    """Seconds and peak resident megabytes of one step in a process of its own.

    The peak is read from /proc (Linux): what getrusage tells starts with the peak of the process that started this one.
    """
    done = subprocess.run([sys.executable, "-c", LOAD, str(path), step], check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def main(megabytes: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.json"
        one = len(json.dumps(plan(8), separators=(",", ":"))) / 8
        path.write_text(json.dumps(plan(int(megabytes * 1e6 / one)), separators=(",", ":")), encoding="utf-8")
        size = os.path.getsize(path) / 1e6
        rows = []
        for step, label in STEPS.items():
            seconds, peak = measure(path, step)
            rows.append((label, f"{seconds:.1f}", f"{peak:.0f}"))
    text = table(("step", "CPU seconds", "peak MB"), rows)
    print(f"{size:.0f} MB\n{text}")
    keep("Plans", f"A synthetic plan of {size:.0f} MB on one line, each step in a process of its own.\n\n{text}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 50)

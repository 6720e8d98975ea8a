"""Series against the catalogue of metrics, the resources of the unit and its filters."""

import pytest

from obslint.aws import (
    MetricAlarm,
    corrected,
    facts,
    resource_id_dimensions,
    unknown_name,
    unpublished_dimensions,
    unwritten,
    wrong_identifiers,
)
from obslint.aws.dimension_keys import DIMENSION_KEYS


def _alarm(namespace: str, metric: str, dimensions: str = "{}", more: str = "") -> str:
    return f"""
        resource "aws_cloudwatch_metric_alarm" "a" {{
          namespace   = "{namespace}"
          metric_name = "{metric}"
          dimensions  = {dimensions}
          {more}
        }}
    """


def _series(unit):
    return next(iter(unit.all(MetricAlarm)[0].series))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("unhealthyhostcount", "UnHealthyHostCount"),
        ("UnHealthyHostCounts", "UnHealthyHostCount"),
        ("Un-Healthy_HostCount", "UnHealthyHostCount"),
        ("HTTPCode_Target_6XX_Count", ""),
        ("Latency", ""),
        ("SomethingElse", ""),
    ],
)
def test_what_must_have_been_meant(name: str, meant: str):
    namespace = facts.namespace("AWS/ApplicationELB")
    assert namespace is not None
    assert corrected(name, namespace.rows) == meant


@pytest.mark.parametrize("namespace", ["AWS/ALB", "AWS/ElasticLoadBalancing", "AWS/sqs"])
def test_namespaces_that_do_not_exist(terraform, namespace: str):
    found = unknown_name(_series(terraform(_alarm(namespace, "RequestCount"))))
    assert found is not None
    assert found.message.startswith(f"there is no namespace {namespace}")


@pytest.mark.parametrize("namespace", ["Shop", "AWS/SomethingOfNextYear", "CWAgent", "AWS/VpcLattice"])
def test_namespaces_about_which_nothing_is_said(terraform, namespace: str):
    assert unknown_name(_series(terraform(_alarm(namespace, "RequestCount")))) is None


def test_a_namespace_is_corrected_only_where_the_metric_lives(terraform):
    right = unknown_name(_series(terraform(_alarm("AWS/ALB", "TargetResponseTime"))))
    wrong = unknown_name(_series(terraform(_alarm("AWS/ALB", "Anything"))))
    assert right is not None
    assert right.fix.title == "did you mean AWS/ApplicationELB?"
    assert wrong is not None
    assert wrong.fix.applicability.value == "manual"


@pytest.mark.parametrize(
    ("constraint", "found"),
    [
        ("~> 4.0", 0),
        (">= 4.0, < 5.0", 0),
        ("4.67.0", 0),
        ("= 3.1", 0),
        ("~> 5.0", 1),
        (">= 4.0", 1),
        ("> 4.0, < 6.0", 1),
        ("!= 4.1", 1),
        ("", 1),
    ],
)
def test_a_provider_below_version_5_keeps_the_old_id(terraform, constraint: str, found: int):
    required = (
        f'terraform {{\n  required_providers {{\n    aws = {{\n      version = "{constraint}"\n    }}\n  }}\n}}\n' if constraint else ""
    )
    alarm = _alarm("AWS/RDS", "CPUUtilization", "{ DBInstanceIdentifier = aws_db_instance.a.id }")
    unit = terraform(f'{required}\nresource "aws_db_instance" "a" {{ identifier = "a" }}\n{alarm}')
    assert len(list(resource_id_dimensions(_series(unit), unit))) == found


def test_a_text_made_of_a_name_is_not_the_name(terraform):
    unit = terraform(
        'resource "aws_lb" "a" { name = "a" }\n'
        + _alarm("AWS/ApplicationELB", "RequestCount", '{ LoadBalancer = "app/${aws_lb.a.name}/1" }')
    )
    assert list(wrong_identifiers(_series(unit))) == []


def test_a_data_source_has_the_same_attributes(terraform):
    unit = terraform(
        'data "aws_lb" "a" { name = "a" }\n' + _alarm("AWS/ApplicationELB", "RequestCount", "{ LoadBalancer = data.aws_lb.a.arn }")
    )
    assert len(list(wrong_identifiers(_series(unit)))) == 1


def test_the_keys_are_not_among_the_wrong_attributes():
    for name, keys in DIMENSION_KEYS.items():
        for key in keys:
            assert key.terraform_key not in key.terraform_wrong, name
            assert key.cloudformation_key not in key.cloudformation_wrong, name


@pytest.mark.parametrize("dimensions", ['{ TopicName = "a" }', '{ Application = "a", Platform = "APNS" }', "{}"])
def test_sets_that_are_not_all_on_record_are_not_judged(terraform, dimensions: str):
    assert unpublished_dimensions(_series(terraform(_alarm("AWS/SNS", "NumberOfNotificationsFailed", dimensions)))) is None


FILTER = """
    resource "aws_cloudwatch_log_metric_filter" "f" {
      name = "f"
      metric_transformation {
        name      = "FailedOrders"
        namespace = "Shop"
        value     = "1"
      }
    }
"""


@pytest.mark.parametrize(
    ("namespace", "metric", "outside", "wrong"),
    [
        ("Shop", "FailedOrders", (), []),
        ("Shop", "failedorders", (), ["metric_name"]),
        ("shop", "failed-orders", (), ["metric_name", "namespace"]),
        ("Shop", "FailedOrder", (), ["metric_name"]),
        ("Shop", "FailedOrder", ("Shop",), []),
        ("Shop", "PaidOrders", (), []),
        ("Shopping", "FailedOrders", (), []),
    ],
)
def test_near_misses_of_a_filter(terraform, namespace: str, metric: str, outside: tuple[str, ...], wrong: list[str]):
    unit = terraform(FILTER + _alarm(namespace, metric))
    assert [found.at.path[0] for found in unwritten(_series(unit), unit, outside)] == wrong


def test_a_metric_of_another_account_is_not_looked_for_here(terraform):
    query = 'metric_query {\n id = "a"\n account_id = "123456789012"\n metric {\n namespace = "shop"\n metric_name = "FailedOrders"\n }\n }'
    unit = terraform(FILTER + f'resource "aws_cloudwatch_metric_alarm" "a" {{\n{query}\n}}')
    assert list(unwritten(_series(unit), unit, ())) == []

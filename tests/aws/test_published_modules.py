"""Calls of public modules: which versions they admit, and when something stands for them."""

import json

import pytest

from obslint import aws
from obslint.model import Unit
from obslint.source import Sources
from obslint.terraform import load
from obslint.terraform.published import published


def unit_of(tmp_path, text: str, **files: str) -> Unit:
    (tmp_path / "main.tf").write_text(text)
    for name, content in files.items():
        path = tmp_path / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return load(Sources(tmp_path), [tmp_path])[0]


def call(tmp_path, source: str, version: str = "") -> aws.LoadBalancerModule:
    unit = unit_of(tmp_path, f'module "a" {{\n  source = "{source}"\n{version and f"  version = {version}"}\n}}\n')
    return aws.LoadBalancerModule(next(one for one in unit.resources if one.address == "module.a"))


@pytest.mark.parametrize(
    ("version", "known"),
    [
        ("", None),
        ('"5.0.0"', True),
        ('"4.9.9"', False),
        ('"= 9.1.0"', True),
        ('"~> 9"', True),
        ('"~> 4.1"', False),
        ('"~> 4.1.2"', False),
        ('"~> 5.0.0"', True),
        ('">= 4.0"', None),
        ('">= 5.0"', True),
        ('"> 5.0, != 6.0.0"', True),
        ('">= 3, < 5"', False),
        ('">= 3, <= 5"', None),
        ('"<= 4.9"', False),
        ('"~> 99.0"', None),
        ('"9.0.0-beta1"', None),
        ("var.version", None),
    ],
)
def test_a_constraint_decides_where_all_versions_agree(tmp_path, version: str, known: bool | None) -> None:
    assert call(tmp_path, "terraform-aws-modules/alb/aws", version).since(5).known is known


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("", None),
        ("?ref=v5.0.0", True),
        ("?ref=v4.0.0", False),
        ("?depth=1&ref=refs/tags/v6.1.0", True),
        ("?ref=main", None),
        ("?ref=v5", None),
    ],
)
def test_a_tag_is_a_version_and_a_branch_is_none(tmp_path, query: str, known: bool | None) -> None:
    source = f"git::https://github.com/terraform-aws-modules/terraform-aws-alb.git{query}"
    assert call(tmp_path, source).since(5).known is known


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("terraform-aws-modules/vpc/aws", "terraform-aws-modules/vpc/aws"),
        ("registry.terraform.io/terraform-aws-modules/vpc/aws", "terraform-aws-modules/vpc/aws"),
        ("terraform-aws-modules/vpc/aws//modules/flow-log", "terraform-aws-modules/vpc/aws//modules/flow-log"),
        ("github.com/terraform-aws-modules/terraform-aws-s3-bucket", "terraform-aws-modules/s3-bucket/aws"),
        ("git@github.com:terraform-aws-modules/terraform-aws-vpc.git?ref=v1", "terraform-aws-modules/vpc/aws"),
        ("git::ssh://git@github.com/acme/terraform-aws-x.git//modules/y?ref=v1", "acme/x/aws//modules/y"),
        ("app.terraform.io/acme/vpc/aws", None),
        ("git::https://example.com/terraform-aws-modules/terraform-aws-vpc.git", None),
        ("../vpc", None),
    ],
)
def test_a_module_has_its_address_in_the_public_registry(source: str, address: str | None) -> None:
    assert published(source) == address


VPC = 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n  enable_flow_log = var.on\n}\nvariable "on" {\n  default = true\n}\n'


def test_what_a_module_is_given_is_that_of_the_caller(tmp_path) -> None:
    unit = unit_of(tmp_path, 'module "net" {\n  source = "./net"\n  on = false\n}\n', **{"net__main.tf": VPC})
    (found,) = unit.of_type("module.terraform-aws-modules/vpc/aws")
    assert found.address == "module.net.module.vpc"
    assert aws.VpcModule(found).flow_log.surely(False).known


def test_nothing_stands_for_a_module_that_is_installed(tmp_path) -> None:
    listed = json.dumps({"Modules": [{"Key": "vpc", "Dir": ".terraform/modules/vpc"}]})
    files = {".terraform__modules__modules.json": listed, ".terraform__modules__vpc__main.tf": 'resource "aws_vpc" "this" {}\n'}
    assert [one.address for one in unit_of(tmp_path, VPC, **files).resources] == ["module.vpc.aws_vpc.this"]


def test_a_reference_to_an_output_leads_to_the_call(tmp_path) -> None:
    unit = unit_of(tmp_path, VPC + 'output "id" {\n  value = module.vpc.vpc_id\n}\noutput "azs" {\n  value = module.vpc.azs\n}\n')
    (found,) = unit.of_type("module.terraform-aws-modules/vpc/aws")
    assert unit.escape(found, ("vpc_id",)).label == 'output "id"'
    assert unit.escape(found, ("vpc_arn",)) is None


def test_the_name_that_a_call_is_given_is_not_handed_to_others(tmp_path) -> None:
    text = 'module "a" {\n  source = "terraform-aws-modules/s3-bucket/aws"\n  bucket = "a"\n}\n'
    other = 'module "b" {\n  source = "acme/b/aws"\n  name = "a"\n}\n'
    alone = unit_of(tmp_path, text)
    assert alone.spelled_out("a", next(alone.of_type("module.terraform-aws-modules/s3-bucket/aws"))) is None
    both = unit_of(tmp_path, text + other)
    assert both.spelled_out("a", next(both.of_type("module.terraform-aws-modules/s3-bucket/aws"))).label.startswith("argument name")

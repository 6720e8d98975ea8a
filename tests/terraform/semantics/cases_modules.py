"""Where modules come from, providers and their regions, files that replace or override others, blocks that change nothing."""

from semantics_case import GONE, Case, Text, unknown

REMOTE = """
variable "x" {
  default = "v"
}
module "m" {
  source  = "terraform-aws-modules/sns/aws"
  version = "6.0.0"
  name    = var.x
}
output "o" {
  value = module.m.arn
}
"""

CASES = [
    Case(
        "a module that is not on disk",
        REMOTE,
        {"output.o": unknown('module "m" (terraform-aws-modules/sns/aws) is not on disk; run terraform init')},
        peer=False,
    ),
    Case(
        "a module that terraform init has fetched",
        REMOTE
        + """
-- .terraform/modules/modules.json --
{"Modules": [{"Key": "", "Source": "", "Dir": "."}, {"Key": "m", "Source": "registry", "Dir": ".terraform/modules/m"}]}
-- .terraform/modules/m/main.tf --
variable "name" {}
resource "aws_sns_topic" "t" {
  name = var.name
}
output "arn" {
  value = aws_sns_topic.t.arn
}
""",
        {"output.o": Text("<module.m.aws_sns_topic.t.arn>"), "module.m.aws_sns_topic.t.name": "v"},
        peer=False,
    ),
    Case(
        "a module below a fetched one",
        """
module "m" {
  source = "example.com/a/b"
}
-- .terraform/modules/modules.json --
{"Modules": [{"Key": "m", "Dir": ".terraform/modules/m"}, {"Key": "m.n", "Dir": ".terraform/modules/m.n"}]}
-- .terraform/modules/m/main.tf --
module "n" {
  source = "example.com/c/d"
}
-- .terraform/modules/m.n/main.tf --
resource "aws_sns_topic" "t" {
  name = "deep"
}
""",
        {"module.m.module.n.aws_sns_topic.t.name": "deep"},
        peer=False,
    ),
    Case(
        "a source that is no text",
        'locals {\n  s = "./m"\n}\nmodule "m" {\n  source = local.s\n}\noutput "o" {\n  value = module.m.x\n}',
        {"output.o": unknown("not a literal text")},
        peer=False,
    ),
    Case(
        "the same module called twice",
        """
module "a" {
  source = "./m"
  n      = 1
}
module "b" {
  source = "./m"
  n      = module.a.n
}
-- m/main.tf --
variable "n" {}
resource "terraform_data" "r" {
  input = var.n
}
output "n" {
  value = var.n + 1
}
""",
        {"module.a.terraform_data.r.input": 1, "module.b.terraform_data.r.input": 2},
    ),
    Case(
        "an argument that needs another output of the same module",
        """
module "m" {
  source = "./m"
  x      = module.m.fixed
}
-- m/main.tf --
variable "x" {}
output "fixed" {
  value = 5
}
resource "terraform_data" "r" {
  input = var.x
}
""",
        {"module.m.terraform_data.r.input": 5},
    ),
    Case(
        "paths",
        """
module "m" {
  source = "./modules/m"
}
output "o" {
  value = [path.module, path.root, module.m.p]
}
-- modules/m/main.tf --
output "p" {
  value = "${path.module}/x"
}
""",
        {"output.o": [".", ".", "modules/m/x"]},
        peer=False,
    ),
    Case(
        "files of a module",
        """
module "m" {
  source = "./m"
}
-- m/main.tf --
resource "terraform_data" "a" {
  input = [trimspace(file("${path.module}/policy.json")), templatefile("${path.module}/t.tftpl", { n = "N", l = [1, 2] })]
}
-- m/policy.json --
{}
-- m/t.tftpl --
%{ for i in l ~}
${n}${i}
%{ endfor ~}
""",
        {"module.m.terraform_data.a.input": ["{}", "N1\nN2\n"]},
    ),
    Case(
        "a file that is missing",
        'output "o" {\n  value = file("${path.module}/zz.txt")\n}',
        {"output.o": unknown("zz.txt")},
        peer=False,
    ),
    Case(
        "a file outside the root",
        'output "o" {\n  value = file("${path.module}/../../secret.txt")\n}',
        {"output.o": unknown("secret.txt")},
        peer=False,
    ),
    Case(
        "the region of the provider",
        'provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_sns_topic" "t" {}',
        {"aws_sns_topic.t.region": "eu-west-1"},
        peer=False,
    ),
    Case(
        "the region of an alias",
        """
variable "r" {
  default = "us-east-1"
}
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "us"
  region = var.r
}
resource "aws_sns_topic" "t" {
  provider = aws.us
}
""",
        {"aws_sns_topic.t.region": "us-east-1"},
        peer=False,
    ),
    Case(
        "the region of a resource itself",
        'provider "aws" {\n  region = "eu-west-1"\n}\nresource "aws_sns_topic" "t" {\n  region = "us-east-2"\n}',
        {"aws_sns_topic.t.region": "us-east-2"},
        peer=False,
    ),
    Case("no region", 'resource "aws_sns_topic" "t" {}', {"aws_sns_topic.t.region": unknown("region is not written")}, peer=False),
    Case(
        "the default provider goes along into modules",
        'provider "aws" {\n  region = "eu-west-1"\n}\nmodule "m" {\n  source = "./m"\n}\n'
        '-- m/main.tf --\nmodule "n" {\n  source = "./n"\n}\n-- m/n/main.tf --\nresource "aws_sns_topic" "t" {}\n',
        {"module.m.module.n.aws_sns_topic.t.region": "eu-west-1"},
        peer=False,
    ),
    Case(
        "providers handed to a module",
        """
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
module "m" {
  source    = "./m"
  providers = { aws = aws.us, aws.home = aws }
}
-- m/main.tf --
terraform {
  required_providers {
    aws = { source = "hashicorp/aws", configuration_aliases = [aws.home] }
  }
}
resource "aws_sns_topic" "t" {}
resource "aws_sns_topic" "h" {
  provider = aws.home
}
""",
        {"module.m.aws_sns_topic.t.region": "us-east-1", "module.m.aws_sns_topic.h.region": "eu-west-1"},
        peer=False,
    ),
    Case(
        "default tags",
        """
locals {
  team = "sre"
}
provider "aws" {
  default_tags {
    tags = { owner = local.team, env = "dev" }
  }
}
resource "aws_sns_topic" "both" {
  tags = { env = "prod", name = "n" }
}
resource "aws_sns_topic" "none" {}
resource "terraform_data" "other" {}
""",
        {
            "aws_sns_topic.both.tags": {"owner": "sre", "env": "prod", "name": "n"},
            "aws_sns_topic.none.tags": {"owner": "sre", "env": "dev"},
            "terraform_data.other.tags": None,
        },
        peer=False,
    ),
    Case(
        "default tags that are not known",
        """
variable "tags" {}
provider "aws" {
  default_tags {
    tags = var.tags
  }
}
resource "aws_sns_topic" "a" {
  tags = { name = "n" }
}
resource "aws_sns_topic" "b" {}
""",
        {"aws_sns_topic.a.tags": {"name": "n"}, "aws_sns_topic.b.tags": unknown('variable "tags" has no value')},
        peer=False,
    ),
    Case(
        "default tags in a module",
        'provider "aws" {\n  default_tags {\n    tags = { a = "1" }\n  }\n}\nmodule "m" {\n  source = "./m"\n}\n'
        '-- m/main.tf --\nresource "aws_sns_topic" "t" {}\n',
        {"module.m.aws_sns_topic.t.tags": {"a": "1"}},
        peer=False,
    ),
    Case(
        "an override file",
        """
resource "terraform_data" "a" {
  input            = 1
  triggers_replace = "kept"
}
locals {
  x = 1
  y = 2
}
output "o" {
  value = [local.x, local.y]
}
-- override.tf --
resource "terraform_data" "a" {
  input = 2
}
-- z_override.tf --
locals {
  x = 9
}
""",
        {"terraform_data.a.input": 2, "terraform_data.a.triggers_replace": "kept", "output.o": [9, 2]},
    ),
    Case(
        "an override replaces blocks by their type",
        """
resource "aws_x" "a" {
  rule {
    n = 1
  }
  rule {
    n = 2
  }
  other {
    n = 3
  }
}
-- a_override.tf --
resource "aws_x" "a" {
  rule {
    n = 9
  }
}
""",
        {"aws_x.a.rule": [{"n": 9}], "aws_x.a.other": [{"n": 3}]},
        peer=False,
    ),
    Case(
        "an override replaces dynamic blocks too",
        """
resource "aws_x" "a" {
  dynamic "rule" {
    for_each = [1, 2]
    content {
      n = rule.value
    }
  }
}
-- a_override.tf --
resource "aws_x" "a" {
  rule {
    n = 9
  }
}
""",
        {"aws_x.a.rule": [{"n": 9}]},
        peer=False,
    ),
    Case(
        "OpenTofu's files replace those of the same name",
        'output "o" {\n  value = "tf"\n}\n-- main.tofu --\noutput "o" {\n  value = "tofu"\n}\n'
        '-- b.tf.json --\n{"output": {"p": {"value": "tf"}}}\n-- b.tofu.json --\n{"output": {"p": {"value": "tofu"}}}\n',
        {"output.o": "tofu", "output.p": "tofu"},
        peer=False,
    ),
    Case(
        "the same in JSON",
        """
-- main.tf.json --
{
  "//": "a comment",
  "variable": {"days": {"type": "number", "default": "30"}},
  "locals": {"x": "${var.days * 2}", "plain": "$${no}"},
  "resource": {
    "terraform_data": {
      "a": {"for_each": "${toset([\\"k\\"])}", "input": {"key": "${each.key}", "n": "${local.x}", "t": "n=${local.x}"}},
      "b": [{"count": 2, "input": "${count.index}"}]
    }
  },
  "output": {"o": {"value": ["${local.plain}", true, null, 1.5]}}
}
""",
        {
            'terraform_data.a["k"].input': {"key": "k", "n": 60, "t": "n=60"},
            "terraform_data.b[1].input": 1,
            "output.o": ["${no}", True, None, 1.5],
        },
    ),
    Case(
        "a module called from JSON",
        '-- main.tf.json --\n{"module": {"m": {"source": "./m", "x": "${1 + 1}"}}}\n'
        '-- m/main.tf.json --\n{"variable": {"x": {}}, "resource": {"terraform_data": {"a": {"input": "${var.x}"}}}}\n',
        {"module.m.terraform_data.a.input": 2},
    ),
    Case(
        "nested blocks in JSON",
        """
-- main.tf.json --
{"resource": {"aws_x": {"a": {
  "rule": [{"n": 1}, {"n": 2}],
  "single": {"m": "${1 + 1}"},
  "dynamic": {"made": [{"for_each": [1, 2], "content": {"v": "${made.value}"}}]}
}}}}
""",
        {
            "aws_x.a.rule": [{"n": 1}, {"n": 2}],
            "aws_x.a.single": {"m": 2},
            "aws_x.a.made": [{"v": 1}, {"v": 2}],
        },
        peer=False,
    ),
    Case(
        "blocks that change nothing",
        """
terraform {
  required_version = ">= 1.5"
}
moved {
  from = terraform_data.old
  to   = terraform_data.a
}
removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}
check "c" {
  assert {
    condition     = terraform_data.a.input == 1
    error_message = "no"
  }
}
resource "terraform_data" "a" {
  input = 1
  lifecycle {
    ignore_changes = [input]
    postcondition {
      condition     = self.input == 1
      error_message = "no"
    }
  }
  provisioner "local-exec" {
    command = "echo ${self.id}"
  }
}
""",
        {
            "terraform_data.a.input": 1,
            "terraform_data.a.lifecycle": None,
            "terraform_data.a.provisioner": None,
            "terraform_data.old.x": GONE,
        },
    ),
    Case(
        "import blocks and ephemeral resources",
        """
import {
  to = aws_sns_topic.t
  id = "arn"
}
ephemeral "aws_secretsmanager_secret_version" "s" {
  secret_id = "x"
}
resource "aws_sns_topic" "t" {
  name     = "n"
  password = ephemeral.aws_secretsmanager_secret_version.s.secret_string
}
""",
        {"aws_sns_topic.t.name": "n", "aws_sns_topic.t.password": unknown("ephemeral values are never stored")},
        peer=False,
    ),
]

"""References to resources and data sources, and the text that is made of them."""

from semantics_case import Case, Text, one_of, unknown

POLICY = """
resource "aws_s3_bucket" "b" {
  bucket = "logs"
}
data "aws_iam_policy_document" "p" {
  statement {
    sid       = "Write"
    actions   = ["s3:PutObject", "s3:GetObject"]
    resources = ["${aws_s3_bucket.b.arn}/*"]
    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["1"]
    }
  }
}
"""

CASES = [
    Case(
        "an attribute that is configured",
        'resource "aws_cloudwatch_log_group" "a" {\n  name = "g"\n}\noutput "o" {\n  value = aws_cloudwatch_log_group.a.name\n}',
        {"output.o": "g"},
        peer=False,
    ),
    Case(
        "an attribute that is known after apply",
        'resource "aws_cloudwatch_log_group" "a" {\n  name = "g"\n}\noutput "o" {\n  value = "${aws_cloudwatch_log_group.a.arn}:*"\n}',
        {"output.o": Text("<aws_cloudwatch_log_group.a.arn>:*")},
        peer=False,
    ),
    Case(
        "a configured attribute that is null",
        'resource "aws_x" "a" {\n  name = null\n}\noutput "o" {\n  value = aws_x.a.name\n}',
        {"output.o": Text("<aws_x.a.name>")},
        peer=False,
    ),
    Case(
        "an attribute configured by another attribute",
        'resource "terraform_data" "a" {\n  input = "x"\n}\nresource "terraform_data" "b" {\n  input = terraform_data.a.input\n}\n'
        'output "o" {\n  value = [terraform_data.b.input, terraform_data.b.id]\n}',
        {"output.o": ["x", Text("<terraform_data.b.id>")]},
    ),
    Case(
        "an attribute of a nested block",
        'resource "aws_x" "a" {\n  rule {\n    n = 1\n  }\n}\noutput "o" {\n  value = [aws_x.a.rule[0].n, aws_x.a.rule[0].computed]\n}',
        {"output.o": [1, unknown("computed is not written")]},
        peer=False,
    ),
    Case(
        "an instance by its key",
        'resource "aws_x" "a" {\n  for_each = toset(["k"])\n}\noutput "o" {\n  value = aws_x.a["k"].arn\n}',
        {"output.o": Text('<aws_x.a["k"].arn>')},
        peer=False,
    ),
    Case(
        "an instance at a key that is not known",
        'variable "k" {}\nresource "aws_x" "a" {\n  for_each = toset(["p", "q"])\n}\noutput "o" {\n  value = aws_x.a[var.k].arn\n}',
        {"output.o": one_of(Text('<aws_x.a["p"].arn>'), Text('<aws_x.a["q"].arn>'))},
        peer=False,
    ),
    Case(
        "a part of an attribute",
        'resource "aws_x" "a" {}\noutput "o" {\n  value = [aws_x.a.list[0].id, aws_x.a.map["k"]]\n}',
        {"output.o": [Text("<aws_x.a.list[0].id>"), Text("<aws_x.a.map[k]>")]},
        peer=False,
    ),
    Case(
        "a data source",
        'data "aws_caller_identity" "me" {}\noutput "o" {\n  value = "${data.aws_caller_identity.me.account_id}-x"\n}',
        {"output.o": Text("<data.aws_caller_identity.me.account_id>-x")},
        peer=False,
    ),
    Case(
        "an argument of a data source",
        'data "aws_sns_topic" "t" {\n  name = "n"\n}\noutput "o" {\n  value = data.aws_sns_topic.t.name\n}',
        {"output.o": "n"},
        peer=False,
    ),
    Case(
        "a reference through a module",
        'resource "aws_sns_topic" "t" {}\nmodule "m" {\n  source = "./m"\n  topic  = aws_sns_topic.t.arn\n}\n-- m/main.tf --\n'
        'variable "topic" {\n  type = string\n}\nresource "aws_x" "a" {\n  actions = [var.topic]\n}\n',
        {"module.m.aws_x.a.actions": [Text("<aws_sns_topic.t.arn>")]},
        peer=False,
    ),
    Case(
        "whole resources in a list",
        'resource "terraform_data" "a" {\n  input = 1\n}\nresource "terraform_data" "b" {\n  input = 2\n}\n'
        'output "o" {\n  value = [for r in [terraform_data.a, terraform_data.b] : r.input]\n}',
        {"output.o": [1, 2]},
    ),
    Case(
        "references in functions",
        """
resource "terraform_data" "a" {}
locals {
  id = terraform_data.a.id
}
output "join" {
  value = join(",", [local.id, "x"])
}
output "format" {
  value = format("%s-%d-%%", local.id, 3)
}
output "concat" {
  value = concat([local.id], ["x"])
}
output "merge" {
  value = merge({ a = local.id, b = 1 }, { b = 2 })
}
output "lookup" {
  value = lookup({ a = local.id }, "a", "d")
}
output "flatten" {
  value = flatten([["x"], [["y"]]])
}
output "zipmap" {
  value = zipmap(["k"], [local.id])
}
output "length" {
  value = length([local.id])
}
output "element" {
  value = element([local.id, "x"], 3)
}
output "values" {
  value = values({ b = "x", a = local.id })
}
output "keys" {
  value = keys({ b = "x", a = local.id })
}
output "coalesce" {
  value = coalesce("", "x", local.id)
}
output "reverse" {
  value = reverse([local.id, "x"])
}
output "upper" {
  value = upper(local.id)
}
""",
        {
            "output.join": Text("<terraform_data.a.id>,x"),
            "output.format": Text("<terraform_data.a.id>-3-%"),
            "output.concat": [Text("<terraform_data.a.id>"), "x"],
            "output.merge": {"a": Text("<terraform_data.a.id>"), "b": 2},
            "output.lookup": Text("<terraform_data.a.id>"),
            "output.flatten": ["x", "y"],
            "output.zipmap": {"k": Text("<terraform_data.a.id>")},
            "output.length": 1,
            "output.element": "x",
            "output.values": [Text("<terraform_data.a.id>"), "x"],
            "output.keys": ["a", "b"],
            "output.coalesce": "x",
            "output.reverse": ["x", Text("<terraform_data.a.id>")],
            "output.upper": unknown("known only after apply"),
        },
    ),
    Case(
        "coalesce of something that may be null",
        'resource "aws_x" "a" {}\noutput "o" {\n  value = [coalesce(aws_x.a.name, "d"), coalesce(aws_x.a.arn, "d")]\n}',
        {"output.o": [one_of(Text("<aws_x.a.name>"), "d"), Text("<aws_x.a.arn>")]},
        peer=False,
    ),
    Case(
        "JSON with references",
        'resource "terraform_data" "a" {}\noutput "o" {\n'
        '  value = jsonencode({ r = ["${terraform_data.a.id}/<*>", 1, null], b = "\\"" })\n}',
        {"output.o": Text('{"b":"\\"","r":["<terraform_data.a.id>/\\u003c*\\u003e",1,null]}')},
    ),
    Case(
        "a policy document",
        POLICY + 'output "o" {\n  value = data.aws_iam_policy_document.p.minified_json\n}',
        {
            "output.o": Text(
                '{"Version":"2012-10-17","Statement":[{"Sid":"Write","Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],'
                '"Resource":"<aws_s3_bucket.b.arn>/*","Principal":{"Service":"delivery.logs.amazonaws.com"},'
                '"Condition":{"StringEquals":{"aws:SourceAccount":"1"}}}]}'
            )
        },
        peer=False,
    ),
    Case(
        "a policy document, indented",
        'data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = ["a:b"]\n    resources = ["*"]\n  }\n}\n'
        'output "o" {\n  value = data.aws_iam_policy_document.p.json\n}',
        {
            "output.o": '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "a:b",\n'
            '      "Resource": "*"\n    }\n  ]\n}'
        },
        peer=False,
    ),
    Case(
        "a policy document with sources and overrides",
        POLICY
        + """
data "aws_iam_policy_document" "q" {
  source_policy_documents = [data.aws_iam_policy_document.p.json]
  override_policy_documents = [
    jsonencode({ Version = "2012-10-17", Statement = { Resource = "*", Effect = "Deny", Action = "s3:*", Sid = "Own" } })
  ]
  statement {
    sid     = "Own"
    actions = ["sns:Publish"]
  }
  statement {
    effect      = "Deny"
    not_actions = ["iam:*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
output "o" {
  value = jsondecode(replace(data.aws_iam_policy_document.q.json, "x", "x"))
}
output "raw" {
  value = data.aws_iam_policy_document.q.minified_json
}
""",
        {
            "output.raw": Text(
                '{"Version":"2012-10-17","Statement":[{"Sid":"Write","Effect":"Allow","Action":["s3:PutObject","s3:GetObject"],'
                '"Resource":"<aws_s3_bucket.b.arn>/*","Principal":{"Service":"delivery.logs.amazonaws.com"},'
                '"Condition":{"StringEquals":{"aws:SourceAccount":"1"}}},'
                '{"Sid":"Own","Effect":"Deny","Action":"s3:*","Resource":"*"},'
                '{"Effect":"Deny","NotAction":"iam:*","Principal":"*"}]}'
            ),
            "output.o": unknown("aws_s3_bucket.b.arn is known only after apply"),
        },
        peer=False,
    ),
    Case(
        "a policy document with variables of IAM",
        'data "aws_iam_policy_document" "p" {\n  statement {\n    actions   = ["a:b"]\n    resources = ["x/&{aws:username}"]\n  }\n}\n'
        'output "o" {\n  value = jsondecode(data.aws_iam_policy_document.p.json).Statement[0].Resource\n}',
        {"output.o": "x/${aws:username}"},
        peer=False,
    ),
    Case(
        "a policy document whose statements are not known",
        'variable "s" {}\ndata "aws_iam_policy_document" "p" {\n  dynamic "statement" {\n    for_each = var.s\n    content {\n'
        '      actions = ["a"]\n    }\n  }\n}\noutput "o" {\n  value = data.aws_iam_policy_document.p.json\n}',
        {"output.o": unknown('a dynamic block makes statement: variable "s" has no value')},
        peer=False,
    ),
]

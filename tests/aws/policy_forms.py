"""One policy in every form in which it can be written: for tests of what policies allow."""

import json
from collections.abc import Callable, Mapping
from typing import Any

Statements = list[dict[str, Any]]

TERRAFORM = {
    "{bucket}": "${aws_s3_bucket.b.arn}",
    "{name}": "${aws_s3_bucket.b.id}",
    "{trail}": "arn:aws:cloudtrail:${data.aws_region.r.name}:${data.aws_caller_identity.me.account_id}:trail/main",
    "{account}": "${data.aws_caller_identity.me.account_id}",
    "{other}": "${aws_s3_bucket.other.arn}",
    "{unknown}": "${var.unknown}",
}
TEMPLATE = {
    "{bucket}": "${B.Arn}",
    "{name}": "${B}",
    "{trail}": "arn:${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail/main",
    "{account}": "${AWS::AccountId}",
    "{other}": "${Other.Arn}",
    "{unknown}": "${Unknown}",
}

SURROUNDINGS = """
data "aws_region" "r" {}
data "aws_caller_identity" "me" {}
variable "unknown" {}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket" "other" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = aws_s3_bucket.b.id
  policy = POLICY
}
"""
STACK: dict[str, Any] = {
    "Parameters": {"Unknown": {"Type": "String"}},
    "Resources": {"B": {"Type": "AWS::S3::Bucket"}, "Other": {"Type": "AWS::S3::Bucket"}},
}


def _filled(text: str, words: Mapping[str, str]) -> str:
    for word, meaning in words.items():
        text = text.replace(word, meaning)
    return text


def _document(statements: Statements) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2)


def jsonencoded(statements: Statements) -> str:
    """`policy = jsonencode({...})`."""
    return SURROUNDINGS.replace("POLICY", f"jsonencode({_filled(_document(statements), TERRAFORM)})")


def heredoc(statements: Statements) -> str:
    """`policy = <<EOF`."""
    return SURROUNDINGS.replace("POLICY", f"<<EOF\n{_filled(_document(statements), TERRAFORM)}\nEOF")


def data_source(statements: Statements) -> str:
    """`policy = data.aws_iam_policy_document.d.json`."""
    blocks = "\n".join(map(_block, statements))
    text = f'data "aws_iam_policy_document" "d" {{\n{_filled(blocks, TERRAFORM)}\n}}\n'
    return text + SURROUNDINGS.replace("POLICY", "data.aws_iam_policy_document.d.json")


def layered(statements: Statements) -> str:
    """Half of the statements in a source document, half in the document itself."""
    half = len(statements) // 2 or 1
    first = "\n".join(map(_block, statements[:half]))
    rest = "\n".join(map(_block, statements[half:]))
    text = f'data "aws_iam_policy_document" "base" {{\n{_filled(first, TERRAFORM)}\n}}\n'
    source = "source_policy_documents = [data.aws_iam_policy_document.base.json]"
    text += f'data "aws_iam_policy_document" "d" {{\n  {source}\n{_filled(rest, TERRAFORM)}\n}}\n'
    return text + SURROUNDINGS.replace("POLICY", "data.aws_iam_policy_document.d.json")


def _block(statement: dict[str, Any]) -> str:
    lines = [f"effect = {json.dumps(statement['Effect'])}"]
    for key, name in (("Action", "actions"), ("NotAction", "not_actions"), ("Resource", "resources"), ("NotResource", "not_resources")):
        if key in statement:
            lines.append(f"{name} = {json.dumps(_listed(statement[key]))}")
    for key, name in (("Principal", "principals"), ("NotPrincipal", "not_principals")):
        if key in statement:
            given = statement[key]
            pairs = {"*": "*"} if given == "*" else given
            lines += [f'{name} {{\n type = "{kind}"\n identifiers = {json.dumps(_listed(ids))}\n}}' for kind, ids in pairs.items()]
    for test, keys in statement.get("Condition", {}).items():
        for key, values in keys.items():
            listed = json.dumps([value if isinstance(value, str) else json.dumps(value) for value in _listed(values)])
            lines.append(f'condition {{\n test = "{test}"\n variable = "{key}"\n values = {listed}\n}}')
    return "statement {\n" + "\n".join(lines) + "\n}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def stack_object(statements: Statements) -> str:
    """`PolicyDocument` as an object, texts under `Fn::Sub` where they need it."""
    return _stack({"Version": "2012-10-17", "Statement": _subbed(statements)})


def stack_text(statements: Statements) -> str:
    """`PolicyDocument` as JSON text under `Fn::Sub`."""
    return _stack({"Fn::Sub": _filled(_document(statements), TEMPLATE)})


def _subbed(node: Any) -> Any:
    if isinstance(node, list):
        return [_subbed(item) for item in node]
    if isinstance(node, dict):
        return {key: _subbed(item) for key, item in node.items()}
    if isinstance(node, str) and "{" in node:
        return {"Fn::Sub": _filled(node, TEMPLATE)}
    return node


def _stack(document: Any) -> str:
    policy = {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "B"}, "PolicyDocument": document}}
    return json.dumps({**STACK, "Resources": {**STACK["Resources"], "P": policy}})


FORMS: dict[str, Callable[[Statements], str]] = {
    "jsonencode": jsonencoded,
    "heredoc": heredoc,
    "data": data_source,
    "layered": layered,
    "object": stack_object,
    "text": stack_text,
}

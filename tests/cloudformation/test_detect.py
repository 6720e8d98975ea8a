"""Which YAML and JSON texts are templates."""

import time

import pytest

from obslint.cloudformation import looks_like_template

TEMPLATES = {
    "version": "AWSTemplateFormatVersion: '2010-09-09'\nDescription: x\n",
    "quoted key": '"AWSTemplateFormatVersion" : 2010-09-09\n',
    "comment and document start": "# a comment\n---\nAWSTemplateFormatVersion: 2010-09-09\n",
    "indented root": "  AWSTemplateFormatVersion: 2010-09-09\n  Resources: {}\n",
    "resources": "Parameters:\n  A: {Type: String}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n",
    "quoted type": "Resources:\n  B:\n    Type: 'Custom::Thing'\n",
    "type in a flow mapping": "Resources: {B: {Type: AWS::S3::Bucket}}\n",
    "transform": "Transform: AWS::Serverless-2016-10-31\nResources: {}\n",
    "transforms": "Transform:\n  - AWS::LanguageExtensions\n",
    "alexa": "Resources:\n  S:\n    Type: Alexa::ASK::Skill\n",
    "CRLF": "Description: x\r\nResources:\r\n  B:\r\n    Type: AWS::S3::Bucket\r\n",
    "json": '{"Resources": {"B": {"Properties": {"X": [1]}, "Type": "AWS::S3::Bucket"}}}',
    "minified json": '{"Description":"}","Resources":{"B":{"Type":"AWS::S3::Bucket"}}}',
    "json version": '{\n\t"AWSTemplateFormatVersion" : "2010-09-09"\n}',
    "json transform": '{"Transform": ["AWS::Serverless-2016-10-31"], "Resources": {}}',
    "broken json": '{"Resources": {"B": {"Type": "AWS::S3::Bucket",}}',
    "flow root": "{AWSTemplateFormatVersion: 2010-09-09}",
}

OTHERS = {
    "empty": "",
    "comment": "# AWSTemplateFormatVersion: 2010-09-09",
    "kubernetes": "apiVersion: v1\nkind: ConfigMap\ndata:\n  t: |\n    AWSTemplateFormatVersion: 2010-09-09\n    Resources: {}\n",
    "crossplane": "apiVersion: x\nkind: y\nspec:\n  resources:\n    - base: {Type: AWS::S3::Bucket}\n",
    "workflow": "on: push\njobs:\n  a:\n    steps:\n      - run: aws cloudformation deploy # Type: AWS::S3::Bucket\n",
    "compose": "services:\n  a: {image: x}\n",
    "openapi": "openapi: 3.0.0\npaths: {}\ncomponents: {}\n",
    "serverless framework": "service: x\nresources:\n  Resources:\n    B:\n      Type: AWS::S3::Bucket\n",
    "other resources": "Resources:\n  - name: x\n    Type: file\nOther:\n  Type: AWS::S3::Bucket\n",
    "package.json": '{"name": "x", "scripts": {"a": "AWS::x"}, "Resources": ["y"]}',
    "cdk manifest": '{"version": "36.0.0", "artifacts": {"S": {"type": "aws:cloudformation:stack", "x": "AWS::S3::Bucket"}}}',
    "cdk tree": '{"version": "tree-0.1", "tree": {"id": "App", "attributes": {"aws:cdk:cloudformation:type": "AWS::S3::Bucket"}}}',
    "cdk assets": '{"version": "36.0.0", "files": {"x": {"source": {"path": "a.template.json"}}}}',
    "get-template output": '{"TemplateBody": {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"B": {"Type": "AWS::S3::Bucket"}}}}',
    "template in a string": '{"body": "{\\"AWSTemplateFormatVersion\\": \\"2010-09-09\\"}"}',
    "type too deep": '{"Resources": {"B": {"Nested": {"Type": "AWS::S3::Bucket"}}}}',
    "list": '[{"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}]',
    "azure": '{"$schema": "x", "resources": [{"type": "Microsoft::x"}]}',
    "config rule events": "Resources:\n  A:\n    ResourceType: AWS::S3::Bucket\n",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates(name: str) -> None:
    assert looks_like_template(TEMPLATES[name])


@pytest.mark.parametrize("name", OTHERS)
def test_others(name: str) -> None:
    assert not looks_like_template(OTHERS[name])


def test_a_large_file_is_looked_at_quickly() -> None:
    text = '{"data": [' + '{"k": "AWS::S3::Bucket", "Resources": 1},' * 30_000 + "1]}"
    started = time.perf_counter()
    assert not looks_like_template(text)
    assert time.perf_counter() - started < 2  # about 0.2 s when the machine is idle

"""obslint and SAM's own translator make the same of a template. Run by hand with `-m peer`, on a machine that has `aws-sam-translator`.

`SAM_TRANSLATOR=folder` names a checkout of aws/serverless-application-model, whose own tests are compared too.
"""

import json
import os
import sys
from pathlib import Path

import pytest
from sam_support import Agreement, compare, translated
from sam_templates import TEMPLATES

FOLDER = os.environ.get("SAM_TRANSLATOR", "")


@pytest.mark.peer
def test_the_translator_makes_the_same_of_our_templates() -> None:
    texts = [f"Transform: AWS::Serverless-2016-10-31\n{text}" for text in TEMPLATES.values()]
    found = translated(texts)
    if found is None:
        pytest.skip("aws-sam-translator is not installed for any python3 on the path; SAM_PYTHON names one")
    assert len(TEMPLATES) >= 40
    said: dict[str, object] = {}
    for name, text, theirs in zip(TEMPLATES, texts, found, strict=True):
        agreement = compare(text, theirs) if isinstance(theirs, dict) else None
        differing = [*agreement.ids, *agreement.properties] if agreement else theirs
        if differing:
            said[name] = differing
    assert said == {}


@pytest.mark.peer
@pytest.mark.skipif(not FOLDER, reason="SAM_TRANSLATOR names no checkout of aws/serverless-application-model")
def test_the_translator_s_own_tests_agree() -> None:
    tests = Path(FOLDER) / "tests/translator"
    given = {"param1": "value1", "param2": "value2"}
    results: dict[str, Agreement] = {}
    for path in sorted((tests / "input").iterdir()):
        output = tests / "output" / f"{path.stem}.json"
        if not path.name.startswith(("error_", "translate_", "unsupported_")) and output.is_file():
            theirs = json.loads(output.read_text())
            results[path.stem] = compare(path.read_text(), theirs, path.name, region="ap-southeast-1", **given)
    for name, result in results.items():
        for line in (*result.ids, *result.properties):
            sys.stdout.write(f"{name}: {line}\n")
    resources = sum(result.resources for result in results.values())
    same_ids = sum(not result.ids for result in results.values())
    differing = sum(len({line.split()[0] for line in (*result.ids, *result.properties)}) for result in results.values())
    alike = resources - differing
    line = f"{same_ids} of {len(results)} templates have the same resources; {alike} of {resources} resources are the same"
    sys.stdout.write(f"{line}\n")
    assert same_ids >= 0.99 * len(results)
    assert alike >= 0.97 * resources

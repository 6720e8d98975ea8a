"""`obslint config` and `obslint init`."""

import json
import tomllib

import pytest
from click.testing import CliRunner

from obslint.cli import main


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def write(place, name, text):
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


SETTINGS = """\
extend = "shared/base.toml"
persona = "auditor"

[rules.log-group-under-one-year]
days = 400
severity = "error"

[per-path."sandbox/**"]
ignore = ["alarms"]
reason = "nobody is on call"
"""


@pytest.fixture
def settings(tmp_path):
    write(tmp_path, "obslint.toml", SETTINGS)
    write(tmp_path, "shared/base.toml", 'fail-on = "error"\nexclude = ["old"]\n')
    write(tmp_path, "sandbox/main.tf", "")
    write(tmp_path, "envs/main.tf", "")


def lines_of(text):
    return {line.split(" = ")[0]: line.split("  # ")[-1] for line in text.splitlines()[1:]}


def test_every_value_is_shown_with_its_origin(obslint, settings):
    result = obslint("config", "show")
    assert result.exit_code == 0
    found = lines_of(result.output)
    assert found["persona"] == "obslint.toml:2"
    assert found["fail-on"] == "shared/base.toml:1"
    assert found["exclude"] == "shared/base.toml:2"
    assert found["region"] == "default"
    assert found["rules.log-group-under-one-year.days"] == "obslint.toml:5"
    assert found["rules.log-group-under-one-year.severity"] == "obslint.toml:6"
    assert found["rules.missing-required-tags.keys"] == "default"
    assert found['per-path."sandbox/**".ignore'] == "obslint.toml:8"


def test_what_is_shown_is_toml_again(obslint, settings):
    assert tomllib.loads(obslint("config", "show").output)["rules"]["log-group-under-one-year"] == {"severity": "error", "days": 400}


def test_a_file_is_told_only_of_patterns_that_name_it(obslint, settings):
    assert "per-path" in obslint("config", "show", "--for", "sandbox/main.tf").output
    assert "per-path" not in obslint("config", "show", "--for", "envs/main.tf").output


def test_settings_as_json(obslint, settings):
    found = {tuple(one["key"]): one for one in json.loads(obslint("config", "show", "--format", "json").output)["settings"]}
    assert found["persona",] == {"key": ["persona"], "value": "auditor", "origin": {"path": "obslint.toml", "line": 2}}
    assert found["select",] == {"key": ["select"], "value": [], "origin": None}


def test_wrong_settings_are_a_wrong_use(obslint, tmp_path):
    write(tmp_path, "obslint.toml", "[rules.alarm-nobody]\nseverity = 'info'\n")
    result = obslint("config", "show")
    assert result.exit_code == 2
    assert "obslint.toml:2: there is no rule alarm-nobody" in result.output


def fits(value, schema, defs):
    """As much of JSON Schema as the schema of settings uses."""
    if "$ref" in schema:
        return fits(value, defs[schema["$ref"].rpartition("/")[2]], defs)
    kinds = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
    right = isinstance(value, kinds[schema["type"]]) if "type" in schema else True
    right = right and value in schema.get("enum", [value])
    if isinstance(value, dict) and right:
        others = schema.get("additionalProperties", True)
        for key, item in value.items():
            inner = schema.get("properties", {}).get(key, others)
            right = right and (inner if isinstance(inner, bool) else fits(item, inner, defs))
    if isinstance(value, list) and right:
        right = all(fits(item, schema["items"], defs) for item in value)
    return right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (SETTINGS, True),
        ("fail_on = 'error'", False),
        ("persona = 'nobody'", False),
        ("[rules.log-group-under-one-year]\ndays = 'x'", False),
        ("[rules.log-group-under-one-year]\ndayz = 3", False),
        ("[rules.nobody]\nseverity = 'info'", False),
        ("[per-path.x]\nignored = []", False),
    ],
)
def test_the_schema_knows_right_from_wrong(obslint, text, right):
    schema = json.loads(obslint("config", "schema").output)
    assert fits(tomllib.loads(text), schema, schema["$defs"]) is right


def test_init_writes_what_it_found(obslint, tmp_path):
    write(tmp_path, "main.tf", 'resource "aws_sns_topic" "a" {}\nvariable "x" {}\n')
    write(tmp_path, "envs/prod.tfvars", "x = 1\n")
    write(tmp_path, "envs/test.tfvars", "x = 2\n")
    write(tmp_path, "params/prod.json", '[{"ParameterKey": "Env", "ParameterValue": "prod"}]')
    write(tmp_path, "params/other.json", '{"Parameters": 3}')
    write(tmp_path, ".checkov.yaml", "")
    result = obslint("init")
    assert result.exit_code == 0
    text = (tmp_path / "obslint.toml").read_text()
    assert "# 1 Terraform root: ." in text
    assert "--environments 'envs/*.tfvars'" in text
    assert "--environments 'params/prod.json'" in text
    assert "other.json" not in text
    assert ".checkov.yaml (checkov)" in text
    assert tomllib.loads(text)["persona"] == "regular"
    assert obslint("config", "show").exit_code == 0


def test_what_init_suggests_can_be_switched_on(obslint, tmp_path):
    write(tmp_path, "main.tf", 'variable "x" {}\n')
    write(tmp_path, "envs/prod.tfvars", "x = 1\n")
    obslint("init")
    text = (tmp_path / "obslint.toml").read_text()
    on = "".join(
        line.removeprefix("# ") if " = [" in line or "[per-path" in line or "reason =" in line else line for line in text.splitlines(True)
    )
    (tmp_path / "obslint.toml").write_text(on)
    found = lines_of(obslint("config", "show").output)
    assert found["var-files"].startswith("obslint.toml:")
    assert found['per-path."sandbox/**".reason'].startswith("obslint.toml:")


@pytest.mark.parametrize("name", ["obslint.toml", ".obslint.toml"])
def test_init_leaves_settings_alone(obslint, tmp_path, name):
    write(tmp_path, name, "persona = 'auditor'\n")
    result = obslint("init")
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert (tmp_path / name).read_text() == "persona = 'auditor'\n"
    assert 'persona = "regular"' in obslint("init", "--stdout").output

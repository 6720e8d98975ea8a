"""`obslint rules`, `obslint explain` and `obslint schema`, over a small rule pack of our own."""

import json
import sys
from pathlib import Path

import pytest

from obslint.lint import registry

RULES = '''\
"""{name}"""

from collections.abc import Iterator

from obslint.aws import View, attribute, blocks
from obslint.policy import Finding, Persona, Severity, Truth, rule


class Target(View):
    """A receiver."""

    retries = attribute("retry_policy.attempts", "RetryPolicy.Attempts")
    kind = attribute("kind", None)


class Bell(View, terraform="aws_bell", cloudformation="AWS::Bell::Bell"):
    """A bell."""

    name = attribute("name", "BellName")
    volume = attribute("volume", "Loudness.Volume", default=0)
    targets = blocks("target", "Targets", Target)

    @property
    def makes_no_sound(self) -> Truth:
        """Whether nothing is heard."""
        return self.volume.surely(0)


@rule(Severity.ERROR, topics=("evaluate",), checkov="CKV_AWS_999", trivy=("AVD-1", "AVD-2"), cis_aws_3_0="9.9")
def silent_bell(bell: Bell) -> Iterator[Finding]:
    """The bell [sic] makes no sound.

    Nobody wakes up when it rings.

    Fix safety: unsafe, somebody may want to sleep.
    """
    if bell.makes_no_sound | bell.targets.any(lambda target: target.retries.surely(0)):
        yield bell.finding("the bell is silent")


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def nameless_bell(bell: Bell) -> Iterator[Finding]:
    """The bell has no name.

    It is hard to find.
    """
    if bell.name.surely_absent():
        yield bell.finding("the bell has no name")
'''


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed pack with two rules in the family `bells`, and examples of one of them: with a fix, and without."""
    family = tmp_path / "site" / "bell_rules" / "bells"
    (family / "examples").mkdir(parents=True)
    (family.parent / "__init__.py").touch()
    (family / "__init__.py").touch()
    (family / "silent.py").write_text(RULES)
    (family / "examples" / "silent-bell.tf").write_text('resource "aws_bell" "door" {\n}\n')
    (family / "examples" / "silent-bell.fixed.tf").write_text('resource "aws_bell" "door" {\n  volume = 11\n}\n')
    (family / "examples" / "silent-bell.yaml").write_text("Resources:\n  Door:\n    Type: AWS::Bell::Bell\n")
    (family / "examples" / "silent-bell.good.yaml").write_text("Resources:\n  Door:\n    Type: AWS::Bell::Bell # loud\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.setattr(registry, "installed_packs", lambda: ("bell_rules",))
    yield family
    for name in [name for name in sys.modules if name.startswith("bell_rules")]:
        del sys.modules[name]


def test_the_table_has_every_rule_on_a_line(obslint_, pack):
    result = obslint_("rules")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines[0] == ["rule", "family", "severity", "persona", "fix", "dialects", "what", "is", "wrong"]
    assert lines[1] == ["nameless-bell", "bells", "info", "pedantic", "none", "both", "The", "bell", "has", "no", "name."]
    assert lines[2] == ["silent-bell", "bells", "error", "regular", "unsafe", "both", "The", "bell", "[sic]", "makes", "no", "sound."]
    assert ["syntax-error", "engine", "error", "regular", "none", "both"] in [line[:6] for line in lines]
    assert "\x1b" not in result.stdout


def test_the_table_of_a_family(obslint_, pack):
    lines = obslint_("rules", "--family", "bells").stdout.splitlines()
    assert len(lines) == 5
    assert lines[-1] == "2 rules; obslint explain RULE tells more"


def test_the_items_of_a_framework(obslint_, pack):
    lines = obslint_("rules", "--controls", "cis_aws_3_0").stdout.splitlines()
    assert lines[0] == "cis_aws_3_0: CIS AWS Foundations Benchmark v3.0.0"
    assert "  4.3   usage of the root account is monitored: no rule" in lines
    assert [line.split()[0] for line in lines[1:-1]][-2:] == ["4.16", "9.9"]
    assert "  9.9   silent-bell" in lines


def test_the_items_of_all_frameworks_as_json(obslint_, pack):
    rows = {row["framework"]: row for row in json.loads(obslint_("rules", "--controls", "--format", "json").stdout)}
    assert {"id": "9.9", "title": "", "rules": ["silent-bell"]} in rows["cis_aws_3_0"]["controls"]
    assert "soc2" not in rows


def test_an_unknown_framework(obslint_, pack):
    result = obslint_("rules", "--controls", "cis_aws_3_1")
    assert result.exit_code == 2
    assert "there is no framework cis_aws_3_1; did you mean cis_aws_3_0?" in result.stderr


def test_an_unknown_family(obslint_, pack):
    result = obslint_("rules", "--family", "belts")
    assert result.exit_code == 2
    assert "no family 'belts'; there are bells, engine." in result.stderr


def test_the_table_in_colour(obslint_, pack):
    assert "\x1b[1;31merror" in obslint_("rules", "--color", "always", color=True).stdout


def test_rules_as_json(obslint_, pack):
    rows = {row["id"]: row for row in json.loads(obslint_("rules", "--format", "json").stdout)}
    assert set(rows) == {"silent-bell", "nameless-bell", "syntax-error", "unused-ignore", "malformed-ignore"}
    assert rows["silent-bell"] == {
        "id": "silent-bell",
        "family": "bells",
        "severity": "error",
        "persona": "regular",
        "confidence": "high",
        "fix": "unsafe",
        "summary": "The bell [sic] makes no sound.",
        "consequence": "Nobody wakes up when it rings.",
        "types": {"terraform": ["aws_bell"], "cloudformation": ["AWS::Bell::Bell"]},
        "topics": ["evaluate"],
        "peers": {"checkov": ["CKV_AWS_999"], "trivy": ["AVD-1", "AVD-2"]},
        "controls": {"cis_aws_3_0": ["9.9"]},
    }
    assert list(rows["syntax-error"]) == list(rows["silent-bell"])


def test_explain_says_everything(obslint_, pack, snapshot):
    result = obslint_("explain", "silent-bell")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot


def test_explain_without_examples(obslint_, pack, snapshot):
    assert obslint_("explain", "nameless-bell").stdout == snapshot


def test_explain_a_rule_of_the_engine(obslint_, pack):
    shown = obslint_("explain", "syntax-error").stdout
    assert shown.startswith("syntax-error  (engine)\nerror, persona regular, confidence high, no fix\n\nThe file cannot be understood.\n")


def test_explain_an_unknown_rule(obslint_, pack):
    near, far = obslint_("explain", "silent-bel"), obslint_("explain", "zzz")
    assert (near.exit_code, far.exit_code) == (2, 2)
    assert "no rule 'silent-bel'; did you mean silent-bell?" in near.stderr
    assert "no rule 'zzz'; obslint rules lists them." in far.stderr


def test_a_pack_that_cannot_be_imported_is_named(obslint_, pack):
    (pack / "broken.py").write_text("import no_such_module_at_all\n")
    result = obslint_("rules", "--family", "bells")
    assert result.exit_code == 0
    assert "bell_rules.bells.broken cannot be imported" in result.stderr


def test_packs_that_do_not_fit_together(obslint_, pack):
    (pack / "again.py").write_text(RULES)
    result = obslint_("rules")
    assert result.exit_code == 2
    assert "two rules are called" in result.stderr


def test_schema(obslint_):
    schema = json.loads(obslint_("schema", "report").stdout)
    assert schema["properties"]["schema_version"]["const"] == 1
    assert {"findings", "undecided", "suppressed", "not_analysed", "summary", "tool"} <= set(schema["required"])


def test_schema_of_nothing_we_know(obslint_):
    assert obslint_("schema", "config").exit_code == 2

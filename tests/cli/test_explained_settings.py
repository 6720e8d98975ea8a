"""What `obslint explain` says about settings is what a settings file may hold."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obslint.cli import main
from obslint.cli.ruleinfo import meaning, settings
from obslint.lint.registry import load
from obslint.policy import Rule

KNOWN = load()
WITH_OPTIONS = [card.id for card in KNOWN if isinstance(rule := KNOWN.rule(card.id), Rule) and rule.options]


def obslint(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_some_rules_have_options() -> None:
    assert "audit-log-group-expiring-early" in WITH_OPTIONS
    assert settings(KNOWN.rule("single-region-trail")) == []


@pytest.mark.parametrize("name", WITH_OPTIONS)
def test_every_option_is_explained_and_accepted(tmp_path: Path, name: str) -> None:
    written = settings(KNOWN.rule(name))
    for line in written[1:]:
        assert f"`{line.partition(' = ')[0]}`" in meaning(KNOWN.rule(name))
    explained = obslint("explain", name).stdout
    assert all(f"  {line}\n" in explained for line in written)
    (tmp_path / "obslint.toml").write_text("\n".join(written) + "\n")
    (tmp_path / "main.tf").write_text('resource "aws_sqs_queue" "a" {}\n')
    found = obslint("scan", str(tmp_path), "--config", str(tmp_path / "obslint.toml"))
    assert found.exit_code == 0, found.stderr

"""Rule packs in folders, through the command line: what runs, what is refused, what a broken one says, and how rules are made and tried."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from obslint.cli import main

RULE = '''\
"""{id}"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import LogGroup
from obslint.policy import Finding, Options, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class Days(Options):
    """How long."""

    days: int = 30
    """The retention that the fix sets."""


@rule(Severity.INFO)
def {name}(group: LogGroup, options: Days) -> Iterator[Finding]:
    """The group has no retention.

    Its events are kept forever.

    Fix safety: safe, for this test.
    References: https://acme.example/rules/{id}
    """
    {body}
    if group.retention.surely_absent():
        yield group.retention.finding("no retention", fix=set_to(options.days))
'''
LOG_GROUP = 'resource "aws_cloudwatch_log_group" "a" {\n  name = "a"\n}\n'

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs obslint in a repository `here` with a log group in it."""
    here = tmp_path / "here"
    (here / ".git").mkdir(parents=True)
    (here / "main.tf").write_text(LOG_GROUP)
    monkeypatch.chdir(here)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), env={"NO_COLOR": "1", "COLUMNS": "100"})


def write(pack: Path, name: str = "acme_group", family: str = "acme", body: str = "") -> Path:
    path = pack / family / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(id=name.replace("_", "-"), name=name, body=body))
    return path


def scan(run: Run, *arguments: str) -> Result:
    return run("scan", "--select", "acme-group", "--format", "concise", *arguments)


def test_a_folder_from_elsewhere_takes_part(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    found = scan(run, "--rules", "../pack")
    assert found.stdout == "main.tf:1:1: info acme-group [*] no retention (aws_cloudwatch_log_group.a)\n"


def test_code_in_the_scanned_repository_is_refused_until_it_is_allowed(run: Run) -> None:
    marker = Path("ran")
    write(Path("infra/pack"), body=f"open({str(marker.absolute())!r}, 'w')")
    refused = scan(run, "--rules", "infra/pack", "main.tf")
    assert refused.exit_code == 2
    assert "--rules: infra/pack holds rules in Python, and lies in what is scanned" in refused.stderr
    assert "--allow-local-code" in refused.stderr
    assert not marker.exists()
    assert "no retention" in scan(run, "--rules", "infra/pack", "--allow-local-code", "main.tf").stdout
    assert marker.exists()


def test_a_link_does_not_get_code_past_the_check(run: Run, tmp_path: Path) -> None:
    write(Path("pack"))
    (tmp_path / "link").symlink_to(Path("pack").absolute())
    assert "lies in what is scanned" in scan(run, "--rules", "../link").stderr
    write(tmp_path / "far")
    Path("near").symlink_to(tmp_path / "far")
    assert "lies in what is scanned" in scan(run, "--rules", "near").stderr


def test_settings_name_packs_and_options(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    Path("obslint.toml").write_text('rule-packs = ["../pack"]\n[rules.acme-group]\ndays = 7\nseverity = "error"\n')
    refused = scan(run)
    assert refused.exit_code == 2
    assert "obslint.toml:1: rule-packs: " in refused.stderr
    assert "is named by settings in what is scanned" in refused.stderr
    allowed = scan(run, "--allow-local-code", "--fix")
    assert (allowed.stdout, Path("main.tf").read_text()) == (
        "",
        LOG_GROUP.replace("}\n", "  retention_in_days = 7\n}\n").replace('name = "a"', 'name              = "a"'),
    )


def test_a_severity_of_the_settings_counts(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    Path("obslint.toml").write_text('[rules.acme-group]\nseverity = "error"\n')
    found = scan(run, "--rules", "../pack")
    assert (found.exit_code, "error acme-group" in found.stdout) == (1, True)


def test_a_settings_file_from_elsewhere_may_name_code(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    (tmp_path / "org.toml").write_text('rule-packs = ["pack"]\n')
    assert "no retention" in scan(run, "--config", "../org.toml").stdout


def test_what_is_broken_is_named_with_file_and_line_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    write(pack)
    (pack / "acme/syntax.py").write_text("x = 1\ndef broken(:\n")
    (pack / "acme/raises.py").write_text("\nfrom obslint.policy import nothing\n")
    (pack / "acme/blind.py").write_text('from obslint.policy import Severity, rule\n\n@rule(Severity.INFO)\ndef blind(x):\n    """It."""\n')
    (pack / "acme/odd.py").write_text(RULE.format(id="odd", name="odd", body="pass").replace("options: Days", "options: int"))
    found = scan(run, "--rules", "../pack")
    assert found.exit_code == 2
    assert "no retention" in found.stdout
    errors = [line for line in found.stderr.splitlines() if line.startswith("error: ")]
    marked = RULE.splitlines().index("@rule(Severity.INFO)") + 1
    places = [("blind", 3), ("odd", marked), ("raises", 2), ("syntax", 2)]
    assert [str(pack / f"acme/{name}.py:{line}") in error for (name, line), error in zip(places, errors, strict=True)] == [True] * 4, errors


def test_a_rule_that_raises_says_where(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "pack", body="group.retention.below(None)")
    line = path.read_text().splitlines().index("    group.retention.below(None)") + 1
    found = scan(run, "--rules", "../pack")
    assert found.exit_code == 2
    assert f"{path}:{line}" in found.stderr


def test_ids_do_not_collide(run: Run, tmp_path: Path) -> None:
    one, other = write(tmp_path / "one"), write(tmp_path / "two")
    found = scan(run, "--rules", "../one", "--rules", "../two")
    assert found.exit_code == 2
    assert "two rules are called acme-group" in found.stderr
    assert str(one) in found.stderr
    assert str(other) in found.stderr
    write(tmp_path / "three", "single_region_trail")
    assert "obslint_rules.trails.single_region_trail" in scan(run, "--rules", "../three").stderr


def test_files_of_a_pack_import_each_other(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "pack")
    (path.parent / "_shared.py").write_text('TEXT = "from the pack"\n')
    path.write_text(path.read_text().replace("@dataclass", "from ._shared import TEXT\n\n@dataclass").replace('"no retention"', "TEXT"))
    assert "from the pack" in scan(run, "--rules", "../pack").stdout


def test_pages_lists_and_reports_know_them(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    assert "https://acme.example/rules/acme-group" in run("explain", "acme-group", "--rules", "../pack").stdout
    listed = json.loads(run("rules", "--rules", "../pack", "--family", "acme", "--format", "json").stdout)
    assert [(one["id"], one["severity"], one["fix"]) for one in listed] == [("acme-group", "info", "safe")]
    sarif = json.loads(run("scan", "--select", "acme-group", "--rules", "../pack", "--format", "sarif").stdout)
    assert sarif["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"] == "https://acme.example/rules/acme-group"
    assert "https://acme.example/rules/acme-group" in run("scan", "--select", "acme", "--rules", "../pack", "--format", "github").stdout
    assert "(https://acme.example/rules/acme-group)" in run("scan", "--select", "acme", "--rules", "../pack", "--format", "markdown").stdout
    assert '"days"' in run("config", "schema", "--rules", "../pack").stdout


def test_the_other_commands_take_packs(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "pack")
    assert "acme-group" not in run("exceptions", "--rules", "../pack").stdout
    Path("main.tf").write_text(f'# obslint: ignore-file[acme-group] reason="of ours"\n{LOG_GROUP}')
    assert "in force" in run("exceptions", "--rules", "../pack").stdout
    Path("main.tf").write_text(LOG_GROUP)
    assert run("baseline", "create", "--rules", "../pack").exit_code == 0
    assert "acme-group" in Path("obslint-baseline.json").read_text()


def test_a_path_that_is_no_pack_is_refused(run: Run) -> None:
    assert "neither a folder of rules nor a YAML file" in scan(run, "--rules", "main.tf").stderr


def test_a_new_rule_works_and_passes_its_fixtures(run: Run) -> None:
    assert run("rules", "new", "acme", "group-without-a-key", "--view", "LogGroup.kms_key", "--in", "pack").exit_code == 0
    assert sorted(path.name for path in Path("pack/tests/acme/group-without-a-key").iterdir()) == [
        "bad.cfn.yaml", "bad.tf", "good.cfn.yaml", "good.tf", "unknown.cfn.yaml", "unknown.tf",
    ]  # fmt: skip
    tried = run("rules", "test", "pack")
    assert (tried.exit_code, tried.stdout.split()[:2]) == (0, ["ok", "group-without-a-key"])
    explained = run("explain", "group-without-a-key", "--rules", "pack").stdout
    assert "CloudFormation, in order" in explained
    again = run("rules", "new", "acme", "group-without-a-key", "--in", "pack")
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("Acme", "a-rule"), "a family is a folder with a name like log_groups"),
        (("acme", "A_rule"), "a rule has a name like"),
        (("acme", "a-rule", "--view", "LogGruop"), "did you mean LogGroup?"),
        (("acme", "a-rule", "--view", "LogGroup.retntion"), "did you mean retention?"),
        (("trails", "single-region-trail"), "there is a rule single-region-trail already"),
    ],
)
def test_what_cannot_be_scaffolded_is_said(run: Run, arguments: tuple[str, ...], message: str) -> None:
    found = run("rules", "new", *arguments)
    assert found.exit_code == 2
    assert message in " ".join(found.stderr.split())
    assert not Path("obslint-rules").exists()


def test_a_checkout_of_obslint_gets_the_rule_among_its_own(run: Run) -> None:
    Path("rules/obslint_rules").mkdir(parents=True)
    Path("rules/obslint_rules/__init__.py").touch()
    assert run("rules", "new", "acme", "group-without-a-key").exit_code == 0
    assert Path("rules/obslint_rules/acme/group_without_a_key.py").exists()
    assert Path("rules/obslint_rules/acme/__init__.py").exists()
    assert Path("tests/rules/acme/group-without-a-key/bad.tf").exists()


def fixtures(pack: Path, **texts: str) -> None:
    folder = pack / "tests/acme/acme-group"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text)


def test_fixtures_that_do_not_hold_are_told(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    write(pack)
    good = LOG_GROUP.replace("}\n", "  retention_in_days = 3\n}\n")
    unknown = 'variable "days" {}\n' + good.replace("= 3", "= var.days")
    fixtures(pack, bad_tf=f"# case: none\n{LOG_GROUP}# case: three days\n{good.replace(chr(34) + 'a' + chr(34), chr(34) + 'b' + chr(34))}")
    fixtures(pack, good_tf=LOG_GROUP, unknown_tf=good)
    (pack / "tests/acme/stray").mkdir()
    found = run("rules", "test", "../pack")
    assert found.exit_code == 1
    assert "there is no bad fixture for cloudformation" in found.stdout
    assert "bad.tf: nothing is found in the case 'three days'" in found.stdout
    assert "good.tf: line 1: acme-group: no retention" in found.stdout
    assert "unknown.tf: nothing is undecided" in found.stdout
    assert "acme/stray belongs to no rule" in found.stdout
    fixtures(pack, bad_tf=LOG_GROUP, good_tf=good, unknown_tf=unknown)
    found = run("rules", "test", "../pack", "--rule", "acme-group")
    assert "bad.tf.fixed is missing; --update writes it" in found.stdout
    found = run("rules", "test", "../pack", "--rule", "acme-group", "--update")
    assert "missing; --update" not in found.stdout
    assert "retention_in_days = 30" in (pack / "tests/acme/acme-group/bad.tf.fixed").read_text()
    (pack / "tests/acme/acme-group/bad.tf.fixed").write_text("other")
    assert "the text after fixing is not that of bad.tf.fixed" in run("rules", "test", "../pack").stdout


def test_a_pack_without_rules_or_without_this_one_cannot_be_tried(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    assert (run("rules", "test", "../pack").exit_code, "holds no rules" in run("rules", "test", "../pack").stderr) == (2, True)
    write(tmp_path / "pack")
    assert "did you mean acme-group?" in run("rules", "test", "../pack", "--rule", "acme-gruop").stderr


def test_a_plain_run_imports_nothing_of_this(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom obslint.cli import main\n"
        "try:\n    main(['scan', 'main.tf', '--select', 'single-region-trail'])\nexcept SystemExit:\n    pass\n"
        "names = ('folders', 'blame', 'policies', 'policy_schema', 'trials', 'fixtures', 'views', 'scaffold')\n"
        "sys.exit(' '.join(name for name in names if f'obslint.lint.{name}' in sys.modules) or 0)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert found.returncode == 0, found.stderr

"""Settings files: where they are found, what they say, what is said about wrong ones, and what follows for a run."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_rules import Trail

from obslint.lint import UsageError
from obslint.lint.settings.check import MisfitError, build, complaints
from obslint.lint.settings.model import SettingsFile
from obslint.lint.settings.places import line_of
from obslint.lint.settings.read import find, read, settings_for
from obslint.policy import Options, Persona, Severity, rule

ALL = {"settings": True, "given": frozenset()}


@dataclass(frozen=True)
class DayOptions(Options):
    """How long is long enough.

    `days` is the least number of days; `kinds` are the kinds that count.
    """

    days: int = 30
    kinds: tuple[str, ...] = ()


@rule(Severity.WARNING)
def too_short(trail: Trail, options: DayOptions):
    """Days are too few."""
    if trail.days.below(options.days):
        yield trail.days.finding(f"fewer than {options.days} days")


@rule(Severity.INFO, persona=Persona.AUDITOR, checkov="CKV_1")
def unnamed(trail: Trail):
    """The trail has no name."""
    if trail.name.surely_absent():
        yield trail.name.finding("no name")


@pytest.fixture(autouse=True)
def rules(desk):
    desk.rules = (too_short, unnamed)
    (desk.place / ".git").mkdir()


def said(outcome) -> list[str]:
    return [f"{f.location.path} {f.severity} {f.rule}" for f in outcome.report.findings]


def wrong(desk, text: str) -> str:
    desk.write("obslint.toml", text)
    with pytest.raises(UsageError) as caught:
        desk.run("trail a\n  days = 3\n", **ALL)
    return str(caught.value).replace(str(desk.place), ".")


def test_the_nearest_file_upward_to_the_repository_counts(tmp_path: Path) -> None:
    outer, inner = tmp_path / "a", tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (outer / ".git").mkdir()
    (tmp_path / "obslint.toml").touch()
    assert find(inner) is None
    (outer / "pyproject.toml").write_text("[tool.black]\n")
    assert find(inner) is None
    (outer / "pyproject.toml").write_text("[tool.obslint]\npersona = 'auditor'\n")
    assert find(inner) == outer / "pyproject.toml"
    (outer / ".obslint.toml").touch()
    assert find(inner) == outer / ".obslint.toml"
    (inner / "obslint.toml").touch()
    assert find(inner) == inner / "obslint.toml"


def test_what_is_set_here_wins_over_what_is_extended(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "obslint.toml").write_text(
        "persona = 'auditor'\nfail-on = 'error'\nvar-files = ['x']\n[rules.r]\ndays = 1\nx = 2\n"
    )
    (tmp_path / "obslint.toml").write_text("extend = 'base/obslint.toml'\nfail-on = 'never'\n[rules.r]\ndays = 3\n")
    found = read(tmp_path / "obslint.toml")
    assert (found.values.persona, found.values.fail_on, found.values.rules) == ("auditor", "never", {"r": {"days": 3, "x": 2}})
    assert str(found.origins["persona"]) == f"{tmp_path}/base/obslint.toml:1"
    assert str(found.origins["rules.r.days"]) == f"{tmp_path}/obslint.toml:4"
    assert found.near("var-files") == tmp_path / "base"


def test_files_that_extend_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("extend = 'b.toml'\n")
    (tmp_path / "b.toml").write_text("extend = 'a.toml'\n")
    with pytest.raises(UsageError, match=r"b\.toml:1: extend leads back to"):
        read(tmp_path / "a.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("persona = 'auditorr'", "./obslint.toml:1: persona is 'auditorr': input should be 'regular', 'pedantic' or 'auditor'"),
        ("\nfail_on = 'error'", "./obslint.toml:2: fail_on is no setting; did you mean fail-on?"),
        ("select = 'all'", "./obslint.toml:1: select is 'all': input should be a list, as in [\"all\"]"),
        ("complete = 1", "./obslint.toml:1: complete is 1: input should be a valid boolean"),
        ("[per-path.'x']\nignored = []", "./obslint.toml:2: per-path.x.ignored is no setting; did you mean ignore?"),
        ("ignore = ['too-shrot']", "./obslint.toml:1: ignore: there is no rule or family too-shrot; did you mean too-short?"),
        ("[rules.too-shrot]\nseverity = 'info'", "./obslint.toml:2: there is no rule too-shrot; did you mean too-short?"),
        (
            "[rules.too-short]\n\nseverity = 'low'",
            "./obslint.toml:3: rules.too-short.severity is 'low'; it should be error, warning or info",
        ),
        ("[rules.too-short]\ndays = 'x'", "./obslint.toml:2: rules.too-short.days is 'x': input should be a valid integer"),
        ("[rules.too-short]\nday = 3", "./obslint.toml:2: rules.too-short.day is no setting; did you mean days?"),
        ("[rules.unnamed]\ndays = 3", "./obslint.toml:2: rules.unnamed.days is no setting; the rule has severity only"),
        ("[rules]\ntoo-short = 'error'", "./obslint.toml:2: rules.too-short is 'error': input should be a table, as in [rules.too-short]"),
        ("[per-path]\n'x/*' = []", './obslint.toml:2: per-path.x/* is a list: input should be a table, as in [per-path."x/*"]'),
        ("rules = 3", "./obslint.toml:1: rules is 3: input should be a table, as in [rules]"),
        ("unignorable = ['nobody']", "./obslint.toml:1: there is no rule or family nobody"),
        ("[per-path.'x']\nignore = ['nobody']", "./obslint.toml:1: there is no rule or family nobody"),
        ("required-version = '>=9'", "./obslint.toml:1: required-version is >=9, and this is obslint"),
        ("required-version = 'new'", "./obslint.toml:1: required-version 'new' is not understood"),
        ("extend = 'gone.toml'", "./obslint.toml:1: extend names gone.toml, which is no file"),
        ("persona = \nregion = 1", "./obslint.toml:1: this is not TOML: Invalid value (at line 1"),
        ("[tool.obslint]\npersona = 'auditor'", "./obslint.toml:1: tool is for pyproject.toml; in obslint.toml settings stand at the top"),
        ("[rules.too-short]\ndays = -3", "./obslint.toml:2: rules.too-short.days is -3: input should not be below 0"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(desk, text: str, message: str) -> None:
    assert wrong(desk, text).startswith(message)


def test_all_that_is_wrong_is_said_at_once(desk) -> None:
    assert len(wrong(desk, "persona = 1\nfail-on = 2\n").splitlines()) == 2


def test_a_run_without_settings(desk) -> None:
    desk.write("obslint.toml", "ignore = ['too-short']\n")
    assert said(desk.run("trail a\n  days = 3\n")) == ["a.tf warning too-short"]


def test_rules_severities_and_options(desk) -> None:
    desk.write("obslint.toml", "persona = 'auditor'\n[rules.too-short]\nseverity = 'error'\ndays = 100\n")
    outcome = desk.run("trail a\n  days = 90\n", **ALL)
    assert sorted(said(outcome)) == ["a.tf error too-short", "a.tf info unnamed"]


def test_the_least_severity_follows_the_severities_that_are_set(desk) -> None:
    desk.write(
        "obslint.toml", "min-severity = 'warning'\npersona = 'auditor'\n[rules]\ntoo-short.severity = 'info'\nunnamed.severity = 'error'\n"
    )
    assert said(desk.run("trail a\n  days = 3\n", **ALL)) == ["a.tf error unnamed"]


def test_the_command_line_wins(desk) -> None:
    desk.write("obslint.toml", "persona = 'auditor'\nselect = ['unnamed']\n")
    assert said(desk.run("trail a\n  days = 3\n", settings=True, given=frozenset({"persona"}), select=("too-short",))) == [
        "a.tf warning too-short"
    ]


def test_exceptions_by_path(desk) -> None:
    desk.write("sub/b.tf", "trail b\n  days = 3\n")
    desk.write("obslint.toml", "[per-path.'sub/**']\nignore = ['too-short']\nreason = 'sandbox'\nuntil = '2999-01-01'\n")
    outcome = desk.run("trail a\n  days = 3\n", **ALL)
    assert said(outcome) == ["a.tf warning too-short"]
    assert [(one.rule, one.location.path, one.reason) for one in outcome.report.suppressed] == [("too-short", "sub/b.tf", "sandbox")]


def test_an_exception_by_path_without_reason_does_not_count(desk) -> None:
    desk.write("obslint.toml", "[per-path.'**']\nignore = ['too-short']\n")
    outcome = desk.run("trail a\n  days = 3\n", **ALL)
    assert said(outcome) == ["a.tf warning too-short", "obslint.toml warning malformed-ignore"]


def test_an_exception_without_reason_is_called_as_it_is_written(desk) -> None:
    desk.write("obslint.toml", '[per-path."*.tf"]\nignore = ["checkov:CKV_1"]\n')
    (found,) = [f for f in desk.run("trail a\n  days = 30\n", **ALL).report.findings if f.rule == "malformed-ignore"]
    assert found.message == "exception for checkov:CKV_1 gives no reason, so it does not count"


def test_a_day_without_quotes_is_a_day(desk) -> None:
    desk.write("obslint.toml", '[per-path."*.tf"]\nignore = ["too-short"]\nreason = "x"\nuntil = 2099-02-01\n')
    assert said(desk.run("trail a\n  days = 3\n", **ALL)) == []


def test_rules_that_no_exception_may_silence(desk) -> None:
    desk.write("obslint.toml", "unignorable = ['too-short']\n")
    outcome = desk.run('# obslint: ignore[too-short] reason="no"\ntrail a\n  days = 3\n', **ALL)
    assert "a.tf warning too-short" in said(outcome)
    assert outcome.report.suppressed == ()


def test_each_unit_has_the_settings_nearest_to_it(desk) -> None:
    desk.write("sub/b.tf", "trail b\n  days = 50\n")
    desk.write("sub/obslint.toml", "[rules.too-short]\ndays = 60\n")
    assert said(desk.run("trail a\n  days = 50\n", **ALL)) == ["sub/b.tf warning too-short"]


def test_files_that_are_excluded(desk) -> None:
    from obslint.source.discovery import discover

    desk.write("old/b.tf", "trail b\n")
    desk.write("a.tf", "trail a\n")
    assert discover([desk.place]).directories == (desk.place, desk.place / "old")
    assert discover([desk.place], [(desk.place, "old/")]).directories == (desk.place,)
    assert discover([desk.place], [(desk.place / "other", "old/")]).directories == (desk.place, desk.place / "old")


@pytest.mark.parametrize(
    ("path", "line"),
    [(("a",), 1), (("t", "b"), 4), (("t",), 3), (("t", "q.r", "c"), 7), (("t", "q.r", "gone"), 6), (("x", "y"), 2), (("none",), 1)],
)
def test_lines_of_keys(path: tuple[str, ...], line: int) -> None:
    assert line_of('a = 1\nx.y = 2\n[t] # c\nb = [\n]\n[t."q.r"]\nc = {d = 1}\n', path) == line


values = st.recursive(
    st.one_of(st.text(max_size=3), st.integers(), st.booleans(), st.sampled_from(["auditor", "error"])),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=3), inner, max_size=2)),
    max_leaves=4,
)
keys = st.sampled_from(["persona", "select", "complete", "fail-on", "per-path", "rules", "region", "var-files", "nonsense"])


@given(st.dictionaries(keys, values, max_size=3))
def test_the_quick_way_and_pydantic_agree(table: dict[str, object]) -> None:
    try:
        build(SettingsFile, table)
    except MisfitError:
        assert complaints(SettingsFile, table)
    else:
        assert complaints(SettingsFile, table) == []


def test_settings_of_a_directory_without_any(tmp_path: Path) -> None:
    assert settings_for(tmp_path).values == SettingsFile()

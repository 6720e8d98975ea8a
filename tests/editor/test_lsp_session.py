"""The language server, driven as an editor drives it: a process, its standard streams, nothing but the protocol."""

import subprocess
import sys

import pytest
from conftest import TRAIL, VARIABLES
from lsp_client import CAPABILITIES, named

pytest.importorskip("pygls")

REGION, VALIDATION = "single-region-trail", "trail-without-log-validation"


def codes(diagnostics):
    return [one["code"] for one in diagnostics]


def one(diagnostics, code):
    (found,) = (each for each in diagnostics if each["code"] == code)
    return found


def titled(actions, beginning):
    (found,) = (each for each in actions if each["title"].startswith(beginning))
    return found


def test_a_finding_as_a_diagnostic(session, project):
    path = project / "app/main.tf"
    client = session()
    found = one(client.open(path), VALIDATION)
    assert found["severity"] == 1
    assert found["source"] == "obslint"
    assert found["message"] == "log files are not validated"
    assert found["codeDescription"]["href"].endswith(f"/docs/rules/{VALIDATION}.md")
    assert named(TRAIL, found["range"]) == "enable_log_file_validation = var.validate"
    (related,) = found["relatedInformation"]
    assert related["location"]["uri"] == (project / "app/variables.tf").as_uri()
    assert named(VARIABLES, related["location"]["range"]) == "false"
    assert client.end() == 0
    assert client.errors == []


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 13), ("utf-16", 11), ("utf-32", 10), ("other", 11)])
def test_columns_count_in_the_units_of_the_client(session, project, encoding, column):
    client = session(capabilities={**CAPABILITIES, "general": {"positionEncodings": [encoding]}})
    found = one(client.open(project / "app/main.tf"), REGION)
    assert found["range"]["start"] == {"line": 3, "character": column}
    assert found["range"]["end"]["character"] - column == len("is_multi_region_trail = false")


def test_all_of_the_unit_is_published_and_nothing_else(session, project):
    client = session()
    (project / "app/variables.tf").write_text(VARIABLES + "# obslint: ignore[single-region-trail]\n")
    client.open(project / "app/main.tf")
    client.open(project / "app/variables.tf")
    assert set(client.diagnostics) == {(project / f"app/{name}.tf").as_uri() for name in ("main", "variables")}


def test_the_buffer_counts_and_not_the_file(session, project):
    path = project / "app/main.tf"
    client = session()
    assert codes(client.open(path)) == [REGION, VALIDATION]
    client.change(path, TRAIL.replace("is_multi_region_trail = false", "is_multi_region_trail = true"))
    assert codes(client.published(path)) == [VALIDATION]
    client.open(project / "app/variables.tf", VARIABLES.replace("false", "true"))
    assert client.diagnostics[path.as_uri()] == []
    assert path.read_text(encoding="utf-8") == TRAIL


def test_typing_is_looked_at_once(session, project):
    path = project / "app/main.tf"
    client = session()
    client.open(path)
    for number in range(20):
        client.change(path, TRAIL + "#" * number + "\n")
    client.change(path, TRAIL.replace("var.validate", "true"))
    assert codes(client.published(path)) == [REGION]
    published = [m for way, m in client.log if way == "<--" and m.get("method") == "textDocument/publishDiagnostics"]
    assert [m["params"]["version"] for m in published if m["params"]["uri"] == path.as_uri()] == [1, 22]


def test_text_that_does_not_parse_is_said_and_mended(session, project):
    path = project / "app/main.tf"
    client = session()
    client.open(path)
    client.change(path, TRAIL.replace("= false", '= "'))
    assert "syntax-error" in codes(client.published(path))
    client.change(path, TRAIL)
    assert codes(client.published(path)) == [REGION, VALIDATION]


def test_a_new_file_counts_before_it_is_saved(session, project):
    client = session()
    client.open(project / "app/main.tf")
    assert codes(client.open(project / "app/new.tf", TRAIL.replace('"audit" {', '"second" {'))) == [REGION, VALIDATION]


def test_a_closed_file_counts_as_it_is_on_the_disk(session, project):
    path, variables = project / "app/main.tf", project / "app/variables.tf"
    client = session()
    client.open(path)
    client.open(variables, VARIABLES.replace("false", "true"))
    client.until(lambda: codes(client.diagnostics[path.as_uri()]) == [REGION])
    client.notify("textDocument/didClose", {"textDocument": {"uri": variables.as_uri()}})
    client.until(lambda: codes(client.diagnostics[path.as_uri()]) == [REGION, VALIDATION])
    client.notify("textDocument/didClose", {"textDocument": {"uri": path.as_uri()}})
    assert client.published(path) == []


def test_a_safe_fix_is_preferred_and_mends(session, project):
    path = project / "app/main.tf"
    client = session()
    found = one(client.open(path), REGION)
    actions = client.actions(path, found["range"], "quickfix")
    fix = titled(actions, "obslint: set is_multi_region_trail = true")
    assert fix["isPreferred"] is True
    assert codes(fix["diagnostics"]) == [REGION]
    after = client.applied(fix)[path.as_uri()]
    assert after == TRAIL.replace("is_multi_region_trail = false", "is_multi_region_trail = true")
    client.change(path, after)
    assert codes(client.published(path)) == [VALIDATION]


def test_a_fix_in_another_file(session, project):
    path, variables = project / "app/main.tf", project / "app/variables.tf"
    client = session()
    found = one(client.open(path), VALIDATION)
    fix = titled(client.actions(path, found["range"], "quickfix"), "obslint: set enable_log_file_validation")
    assert client.applied(fix)[variables.as_uri()] == VARIABLES.replace("false", "true")


def test_an_unsafe_fix_is_called_so(session, project):
    (project / "obslint.toml").write_text('select = ["log-group-never-expires"]\n')
    path = project / "other/main.tf"
    client = session()
    (found,) = client.open(path)
    (fix,) = (each for each in client.actions(path, found["range"], "quickfix") if "ignore" not in each["title"])
    assert "(unsafe: " in fix["title"]
    assert "isPreferred" not in fix
    client.change(path, client.applied(fix)[path.as_uri()])
    assert client.published(path) == []


def test_an_exception_counts_when_it_gives_a_reason(session, project):
    path = project / "app/main.tf"
    client = session()
    found = one(client.open(path), REGION)
    action = titled(client.actions(path, found["range"], "quickfix"), f"obslint: ignore {REGION} here")
    after = client.applied(action)[path.as_uri()]
    assert after.splitlines()[3] == f'  # obslint: ignore[{REGION}] reason=""'
    client.change(path, after)
    assert codes(client.published(path)) == ["malformed-ignore", REGION, VALIDATION]
    client.change(path, after.replace('reason=""', 'reason="one region is used"'))
    assert codes(client.published(path)) == [VALIDATION]
    client.change(path, after.replace('reason=""', 'reason="one region is used"').replace("= false", "= true"))
    assert client.published(path)[0]["tags"] == [1]


def test_all_safe_fixes_of_a_file(session, project):
    path = project / "app/main.tf"
    client = session()
    client.open(path, TRAIL.replace("var.validate", "false"))
    (action,) = client.actions(path, {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "source.fixAll")
    assert action["kind"] == "source.fixAll.obslint"
    assert "edit" not in action
    after = client.applied(client.request("codeAction/resolve", action))[path.as_uri()]
    assert after == TRAIL.replace("is_multi_region_trail = false", "is_multi_region_trail = true").replace("var.validate", "true")
    client.change(path, after)
    assert client.published(path) == []
    assert client.actions(path, action_range(after), "source.fixAll") == []


def action_range(text):
    return {"start": {"line": 0, "character": 0}, "end": {"line": text.count("\n"), "character": 0}}


def test_a_client_that_resolves_nothing_gets_the_edit_at_once(session, project):
    path = project / "app/main.tf"
    client = session(capabilities={})
    client.open(path)
    (action,) = client.actions(path, action_range(TRAIL), "source.fixAll.obslint")
    ((uri, edits),) = action["edit"]["changes"].items()
    assert uri == path.as_uri()
    assert [one["newText"] for one in edits] == ["  /* \U0001f512 */ is_multi_region_trail = true\n"]


def test_hover_tells_of_the_rule(session, project):
    path = project / "app/main.tf"
    client = session()
    client.open(path)
    said = client.hover(path, 3, 20)
    assert said is not None
    assert "trail records a single region" in said
    assert "intruders pick the region nobody uses" in said
    assert "*Fix safety:* safe" in said
    assert client.hover(path, 4, 0) is None


def test_hover_follows_the_signals_of_a_resource(session, project):
    path = project / "other/main.tf"
    text = """resource "aws_sns_topic" "calls" {
  name = "calls"
}
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  namespace     = "AWS/Lambda"
  metric_name   = "Errors"
  alarm_actions = [aws_sns_topic.calls.arn]
}
"""
    client = session()
    client.open(path, text)
    said = client.hover(path, 3, 5)
    assert said is not None
    head, _, *lines = said.splitlines()
    assert head == "Signals of `aws_cloudwatch_metric_alarm.errors`"
    assert len(lines) == 3
    assert "nobody is told" in lines[0]
    assert "alarm errors \u2192 topic calls \u2717 nobody" in lines[1]


def test_settings_are_read_again(session, project):
    path, settings = project / "app/main.tf", project / "obslint.toml"
    client = session()
    assert codes(client.open(path)) == [REGION, VALIDATION]
    patterns = [
        watcher["globPattern"]
        for way, message in client.log
        if way == "<--" and message.get("method") == "client/registerCapability"
        for watcher in message["params"]["registrations"][0]["registerOptions"]["watchers"]
    ]
    assert "**/obslint.toml" in patterns
    settings.write_text(f'select = ["trails"]\nignore = ["{REGION}"]\n[rules.{VALIDATION}]\nseverity = "info"\n')
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    (left,) = client.published(path)
    assert (left["code"], left["severity"]) == (VALIDATION, 3)


def test_wrong_settings_are_said_once_and_end_nothing(session, project):
    path, settings = project / "app/main.tf", project / "obslint.toml"
    client = session()
    client.open(path)
    settings.write_text("persona = 'nobody'\n")
    for number in (1, 2):
        client.change(path, TRAIL + "\n" * number)
        client.notify("textDocument/didSave", {"textDocument": {"uri": path.as_uri()}})
        assert client.hover(path, 99, 0) is None
    assert len(client.messages) == 1
    assert "obslint.toml:1" in client.messages[0]
    settings.write_text(f'select = ["{REGION}"]\n')
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    assert codes(client.published(path)) == [REGION]


def test_files_that_are_none_of_ours(session, project):
    path = project / "values.yaml"
    path.write_text("Resources: none\n")
    client = session()
    assert client.open(path) == []
    item = {"uri": "untitled:Untitled-1", "languageId": "terraform", "version": 1, "text": TRAIL}
    client.notify("textDocument/didOpen", {"textDocument": item})
    properties = "{S3BucketName: a, IsLogging: true, IsMultiRegionTrail: false}"
    template = f"Resources:\n  Audit:\n    Type: AWS::CloudTrail::Trail\n    Properties: {properties}\n"
    client.change(path, template)
    assert REGION in codes(client.published(path))
    assert client.end() == 0


def test_the_persona_is_that_of_the_command(session, project):
    client = session("--persona", "auditor", "--isolated")
    found = codes(client.open(project / "app/main.tf"))
    assert "trail-without-kms-key" in found


def test_without_pygls_the_remedy_is_named():
    code = (
        "import sys; sys.modules['pygls'] = None; sys.modules['pygls.lsp.server'] = None; sys.modules['lsprotocol'] = None\n"
        "from obslint.cli import main; main(['lsp'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "pip install 'obslint[lsp]'" in run.stderr

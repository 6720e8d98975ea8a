"""Every format of a trace, of paths that are broken and of paths that are whole, in both dialects."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from html_page import Page, parse

from obslint.lint.request import Request, UsageError
from obslint.lint.trace import Trace
from obslint.lint.tracing import Traced, trace
from obslint.report import Style
from obslint.report.trace import outline, render_trace, verdict
from obslint.report.trace_drawing import BOX_HEIGHT, BOX_WIDTH, draw

HERE = Path(__file__).parent.parent / "signals"
FILES = ("dead/main.tf", "dead.cfn.yaml")


def traced(name: str, address: str) -> Traced:
    return trace(Request((HERE / name,), HERE), address)


def found(name: str, address: str) -> Trace:
    result = traced(name, address)
    assert result.errors == ()
    assert result.trace is not None
    return result.trace


def page(name: str, address: str) -> Page:
    result = traced(name, address)
    assert result.trace is not None
    return parse(render_trace("html", result.trace, result.files, Style()))


FUNCTION = {
    "dead/main.tf": "aws_lambda_function.api",
    "dead.cfn.yaml": "Api",
    "alive/main.tf": "aws_lambda_function.api",
    "alive.cfn.yaml": "Api",
}


@pytest.mark.parametrize("name", FUNCTION)
def test_text(name: str, snapshot: object) -> None:
    result = traced(name, FUNCTION[name])
    assert result.trace is not None
    assert render_trace("text", result.trace, result.files, Style()) == snapshot


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_diagrams(form: str, snapshot: object) -> None:
    result = traced("dead/main.tf", "aws_cloudwatch_metric_alarm.err")
    assert result.trace is not None
    assert render_trace(form, result.trace, result.files, Style()) == snapshot  # type: ignore[arg-type]


def test_json_holds_all_of_it() -> None:
    result = traced("dead/main.tf", "aws_cloudwatch_metric_alarm.err")
    assert result.trace is not None
    data = json.loads(render_trace("json", result.trace, result.files, Style()))
    assert [hop["state"] for hop in data["hops"]].count("broken") == data["broken"] == 4
    assert data["hops"][data["paths"][0]["hops"][0]]["verb"] == "writes its log to"
    assert data["hops"][0]["reasons"][0]["location"]["line"] == 11
    assert data["subject"] == data["stages"][data["subjects"][0]]["address"]


def test_colours_change_nothing_else() -> None:
    result = traced("dead/main.tf", "aws_sns_topic.oncall")
    assert result.trace is not None
    plain, coloured = (render_trace("text", result.trace, result.files, Style(colour=one)) for one in (False, True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("name", FILES)
def test_rules_are_joined_to_the_hops_they_speak_of(name: str) -> None:
    topic = "aws_sns_topic.oncall" if name.endswith(".tf") else "Oncall"
    result = found(name, topic)
    said = {(result.stages[hop.target].shown, reason.rule) for hop in result.hops for reason in hop.reasons if reason.rule}
    assert ("nobody", "alarm-topic-without-subscriber") in said


def test_an_outline_has_three_lines() -> None:
    assert outline(found("dead/main.tf", "aws_cloudwatch_metric_alarm.lambda")) == (
        "nobody is told: 2 hops are broken (1 path: broken)",
        "function orders-api → metric AWS/Lambda Errors ✗ alarm orders-lambda-errors ✗ nobody",
        "AWS publishes it with FunctionName, this reads it with function_name (unpublished-dimension-set, 1 more broken)",
    )


def test_an_outline_says_no_more_than_there_is(tmp_path: Path) -> None:
    assert len(outline(found("alive/main.tf", "aws_sns_topic_subscription.mail"))) == 2
    (tmp_path / "main.tf").write_text('resource "aws_lb" "a" {\n  name = "a"\n}\n')
    nothing = trace(Request((tmp_path,), tmp_path), "aws_lb.a").trace
    assert nothing is not None
    assert outline(nothing) == ()


TRAIL = """
resource "aws_cloudtrail" "t" {
  name                       = "t"
  s3_bucket_name             = "logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.g.arn}:*"
  event_selector {
    exclude_management_event_sources = ["kms.amazonaws.com"]
  }
}
resource "aws_cloudwatch_log_group" "g" {
  name = "trail"
}
resource "aws_cloudwatch_log_metric_filter" "f" {
  name           = "keys"
  log_group_name = aws_cloudwatch_log_group.g.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = DisableKey) }"
  metric_transformation {
    name      = "Keys"
    namespace = "N"
    value     = "1"
  }
}
"""


def test_what_is_found_elsewhere_and_points_at_a_hop_cuts_it(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(TRAIL)
    result = trace(Request((tmp_path,), tmp_path), "aws_cloudwatch_log_metric_filter.f").trace
    assert result is not None
    cut = {result.stages[hop.target].what: [reason.rule for reason in hop.reasons] for hop in result.hops if hop.state == "broken"}
    assert cut["metric filter"] == ["trail-excluding-watched-events"]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("aws_lambda_function.apo", "did you mean aws_lambda_function.api?"),
        ("oncall", "did you mean aws_sns_topic.oncall?"),
        ("zzz", "names resources by their addresses"),
    ],
)
def test_an_address_that_does_not_exist_gets_a_hint(address: str, hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(hint)):
        traced("dead/main.tf", address)


def test_a_subscription_is_traced_by_the_hop_it_makes() -> None:
    result = found("alive/main.tf", "aws_sns_topic_subscription.mail")
    assert verdict(result) == "somebody is told"
    assert all(path.state == "arrives" for path in result.paths)


def test_what_no_signal_passes_is_said(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_lb" "a" {\n  name = "a"\n}\n')
    result = trace(Request((tmp_path,), tmp_path), "aws_lb.a").trace
    assert result is not None
    assert result.paths == ()
    text = render_trace("text", result, {}, Style())
    assert "no signal passes it" in text
    assert parse(render_trace("html", result, {}, Style())).problems == []


@pytest.mark.parametrize("name", FILES)
def test_the_page_is_sound(name: str) -> None:
    shown = page(name, FUNCTION[name])
    assert shown.problems == []
    assert shown.language == "en"
    assert {target for target in shown.links if not target.startswith("#")} == set(), "the page loads or leads to something else"
    assert {target[1:] for target in shown.links} <= shown.ids
    assert shown.tags.isdisjoint({"script", "img", "link", "iframe", "object"})
    assert len(shown.ids) == shown.id_count, "an id stands twice"


def test_every_stage_and_every_fault_can_be_reached_by_keyboard() -> None:
    result, shown = found("dead/main.tf", "aws_lambda_function.api"), page("dead/main.tf", "aws_lambda_function.api")
    assert {f"#stage-{number}" for number in range(len(result.stages))} <= set(shown.links)
    assert {f"#hop-{number}" for number, hop in enumerate(result.hops) if hop.reasons} <= set(shown.links)


def test_text_of_the_code_is_no_markup(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_sns_topic" "t" {\n  name = "<b>&\\"x\\" </svg>"\n}\n')
    result = trace(Request((tmp_path,), tmp_path), "aws_sns_topic.t")
    assert result.trace is not None
    for form in ("html", "mermaid", "dot"):
        text = render_trace(form, result.trace, result.files, Style())  # type: ignore[arg-type]
        assert "<b>" not in text.replace("<br/>", "") or form == "dot"
    assert parse(render_trace("html", result.trace, result.files, Style())).problems == []


@pytest.mark.parametrize("name", FUNCTION)
def test_boxes_do_not_overlap_and_stay_inside(name: str) -> None:
    drawing = draw(found(name, FUNCTION[name]))
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - BOX_WIDTH
        assert 0 <= box.y <= drawing.height - BOX_HEIGHT
    for one in drawing.boxes:
        for other in drawing.boxes:
            assert one is other or abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
    assert all(drawing.boxes[line.hop.source].y < drawing.boxes[line.hop.target].y for line in drawing.lines)


def test_the_drawing_is_well_formed() -> None:
    result = traced("dead/main.tf", "aws_lambda_function.api")
    assert result.trace is not None
    text = render_trace("html", result.trace, result.files, Style())
    svg = text[text.index("<svg") : text.index("</svg>") + 6]
    root = ElementTree.fromstring(svg)
    assert len(root.findall(".//rect")) == len(result.trace.stages) + len(result.trace.hops)


def contrast(one: str, other: str) -> float:
    """By the formula of WCAG 2."""

    def light(colour: str) -> float:
        digits = colour.strip("#")
        digits = "".join(letter * 2 for letter in digits) if len(digits) == 3 else digits
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("colour", ["ink", "faint", "good", "bad", "open", "focus"])
@pytest.mark.parametrize("ground", ["paper", "panel"])
def test_text_can_be_read_in_light_and_dark(dark: bool, colour: str, ground: str) -> None:
    from obslint.report.page_style import BASE

    light, _, night = BASE.partition("prefers-color-scheme: dark")
    colours = dict(re.findall(r"--(\w+): (#\w+)", night if dark else light))
    assert contrast(colours[colour], colours[ground]) >= 4.5


def test_a_trace_of_several_units_is_whole(tmp_path: Path, snapshot: object) -> None:
    alarm = (
        'resource "aws_cloudwatch_metric_alarm" "a" {\n  alarm_name    = "a"\n  namespace     = "AWS/EC2"\n  metric_name   = "NetworkIn"\n'
        '  alarm_actions = ["arn:aws:sns:eu-west-1:123456789012:pages"]\n}\n'
    )
    topic = (
        'resource "aws_sns_topic" "t" {\n  name = "pages"\n}\nresource "aws_sns_topic_subscription" "s" {\n'
        '  topic_arn = aws_sns_topic.t.arn\n  protocol  = "email"\n  endpoint  = "a@orders.dev"\n}\n'
    )
    for name, text in (("alarms", alarm), ("topics", topic)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(text)
    result = trace(Request((tmp_path,), tmp_path), "aws_sns_topic.t")
    assert result.trace is not None
    assert render_trace("text", result.trace, result.files, Style()) == snapshot

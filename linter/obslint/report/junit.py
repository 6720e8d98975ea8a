"""JUnit XML, as CI servers show it: a suite for each file, a case for each finding, accepted findings as skipped."""

from xml.sax.saxutils import escape, quoteattr

from obslint.lint.engine_rules import SYNTAX_ERROR
from obslint.lint.request import Outcome
from obslint.lint.result import ReportedFinding, Suppressed
from obslint.report.printable import printable


def render_junit(outcome: Outcome) -> str:
    """The findings as test cases that failed."""
    cases: dict[str, list[str]] = {}
    for found in outcome.report.findings:
        cases.setdefault(found.location.path, []).append(_failed(found))
    for one in outcome.report.suppressed:
        cases.setdefault(one.location.path, []).append(_skipped(one))
    suites = [_suite(path, found) for path, found in sorted(cases.items())]
    errors = sum(found.rule == SYNTAX_ERROR.id for found in outcome.report.findings)
    totals = _attributes(
        name="obslint", tests=sum(map(len, cases.values())), failures=len(outcome.report.findings) - errors, errors=errors,
        skipped=len(outcome.report.suppressed), time=f"{outcome.report.summary.seconds:.3f}",
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites{totals}>\n{"".join(suites)}</testsuites>\n'


def _suite(path: str, cases: list[str]) -> str:
    counts = {
        name: sum(f"<{tag} " in case for case in cases)
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    return f"<testsuite{_attributes(name=path, package='obslint', tests=len(cases), **counts, time=0)}>\n{''.join(cases)}</testsuite>\n"


def _failed(found: ReportedFinding) -> str:
    at, kind = found.location, "error" if found.rule == SYNTAX_ERROR.id else "failure"
    name = found.resource.address if found.resource else at.path
    fix = f"fix: {found.fix.title}" if found.fix else ""
    text = "\n".join(filter(None, (f"{at.path}:{at.line}:{at.column}", found.consequence, fix)))
    case = _attributes(name=found.rule, classname=name, file=at.path, line=at.line, time=0)
    told = _attributes(message=found.message, type=found.severity)
    return f"<testcase{case}><{kind}{told}>{escape(chr(10).join(map(printable, text.splitlines())))}</{kind}></testcase>\n"


def _skipped(one: Suppressed) -> str:
    name = one.resource.address if one.resource else one.location.path
    case = _attributes(name=one.rule, classname=name, file=one.location.path, line=one.location.line, time=0)
    return f"<testcase{case}><skipped{_attributes(message=one.reason)}/></testcase>\n"


def _attributes(**values: object) -> str:
    return "".join(f" {name}={quoteattr(printable(str(value)))}" for name, value in values.items())

"""The text of `obslint explain`."""

from collections.abc import Iterator, Mapping, Sequence

from obslint.cli.examples import examples
from obslint.cli.ruleinfo import DIALECTS, attributes, fix_safety, meaning, settings, types
from obslint.lint.engine_rules import EngineRule
from obslint.policy import Rule
from obslint.report import Style

DIALECT_NAMES = {"terraform": "Terraform", "cloudformation": "CloudFormation"}

TITLES = {
    "checkov": "Checkov", "trivy": "Trivy", "kics": "KICS", "guard": "CloudFormation Guard", "cfn_nag": "cfn_nag", "cdk_nag": "cdk-nag",
    "terrascan": "Terrascan", "regula": "Regula", "security_hub": "Security Hub", "prowler": "Prowler",
    "cis_aws_1_2": "CIS AWS 1.2", "cis_aws_1_4": "CIS AWS 1.4", "cis_aws_3_0": "CIS AWS 3.0", "cis_aws_5_0": "CIS AWS 5.0",
    "nist_800_53_r5": "NIST 800-53 r5", "pci_dss_3_2_1": "PCI DSS 3.2.1", "pci_dss_4_0": "PCI DSS 4.0",
    "aws_fsbp": "AWS Foundational Security Best Practices", "hipaa": "HIPAA", "soc2": "SOC 2",
}  # fmt: skip


def explanation(rule: Rule | EngineRule, style: Style) -> str:
    """Everything about a rule, in sections."""
    known = (*_subjects(rule, style), *_settings(rule, style))
    sections = [_heading(rule, style), _documentation(rule), *known, *_examples(rule, style), *_equivalents(rule, style)]
    return "\n\n".join("\n".join(map(str.rstrip, section)) for section in sections if section) + "\n"


def _heading(rule: Rule | EngineRule, style: Style) -> list[str]:
    severity = rule.severity.value
    fix = fix_safety(rule)
    facts = f"{severity}, persona {rule.persona.value}, confidence {rule.confidence}, {'no fix' if fix == 'none' else fix + ' fix'}"
    return [f"{style.paint(rule.id, severity)}  ({rule.family})", facts]


def _documentation(rule: Rule | EngineRule) -> list[str]:
    return rule.doc.strip().splitlines()


def _subjects(rule: Rule | EngineRule, style: Style) -> Iterator[list[str]]:
    """The resource types, and the attributes that decide, in both dialects."""
    rows = [(DIALECT_NAMES[dialect], ", ".join(types(rule, dialect))) for dialect in DIALECTS if types(rule, dialect)]
    if rows:
        yield [style.paint("Looks at", "label"), *_columns(rows, style)]
    if found := attributes(rule):
        names = [(one.terraform or "-", one.cloudformation or "-") for one in found]
        yield [style.paint("Attributes", "label"), *_columns([("Terraform", "CloudFormation"), *names], style)]


def _settings(rule: Rule | EngineRule, style: Style) -> Iterator[list[str]]:
    """The options, at their defaults."""
    if written := settings(rule):
        yield [style.paint("Settings", "label"), *(f"  {line}" for line in (*style.wrap(meaning(rule), 2), "", *written))]


def _examples(rule: Rule | EngineRule, style: Style) -> Iterator[list[str]]:
    for example in examples(rule):
        yield _example(f"{example.dialect}, found", example.before, style)
        if example.after:
            yield _example(f"{example.dialect}, fixed", example.after, style)
        elif example.good:
            yield _example(f"{example.dialect}, in order", example.good, style)


def _example(title: str, text: str, style: Style) -> list[str]:
    return [style.paint(title, "label"), *(f"  {line}".rstrip() for line in text.strip("\n").splitlines())]


def _equivalents(rule: Rule | EngineRule, style: Style) -> Iterator[list[str]]:
    """The same check in other tools, and the controls it serves."""
    if isinstance(rule, EngineRule):
        return
    for title, listed in (("Elsewhere", rule.peers), ("Controls", rule.controls)):
        if listed:
            yield [style.paint(title, "label"), *_columns(_named(listed), style)]


def _named(listed: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(TITLES.get(key, key), ", ".join(ids)) for key, ids in listed.items()]


def _columns(rows: Sequence[tuple[str, str]], style: Style) -> Iterator[str]:
    """Two columns, the second aligned and wrapped."""
    width = max(len(row[0]) for row in rows)
    for first, second in rows:
        for index, line in enumerate(style.wrap(second, width + 4)):
            yield f"  {first if index == 0 else '':<{width}}  {line}"

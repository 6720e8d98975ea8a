"""The rules of obslint itself: about its input and its exceptions. Their findings belong to no resource."""

from dataclasses import dataclass

from obslint.policy import Persona, Severity
from obslint.policy.rule import Confidence

FAMILY = "engine"


@dataclass(frozen=True, slots=True)
class EngineRule:
    """What is said about a rule that the engine checks."""

    id: str
    severity: Severity
    doc: str
    persona: Persona = Persona.REGULAR
    confidence: Confidence = "high"
    family: str = FAMILY

    @property
    def summary(self) -> str:
        """The first line of the text: what is wrong, as a sentence."""
        return self.doc.partition("\n")[0]

    @property
    def consequence(self) -> str:
        """The second paragraph: what it costs when it happens."""
        paragraphs = self.doc.split("\n\n")
        return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""


SYNTAX_ERROR = EngineRule(
    "syntax-error",
    Severity.ERROR,
    """The file cannot be understood.

What stands in the part that was not understood is not checked, and no rule can say that something is missing elsewhere.

This rule stays on whatever is selected; only `--ignore syntax-error` turns it off.""",
)

MALFORMED_IGNORE = EngineRule(
    "malformed-ignore",
    Severity.WARNING,
    """An exception does not count, because it is not complete, names no rule that exists, or has expired.

The finding that it was meant to accept is reported as if the exception were not there.

An exception names its rules and its reason, and may end on a day, up to and including which it counts:
`# obslint: ignore[rule-a, rule-b] reason="why" until=2027-03-31`; `owner=` says who answers for it.
`# obslint: ignore-file[rule-a] reason="why"` at the top of a file is about all of it. Rules that the settings name in
`unignorable` cannot be silenced. In CloudFormation an exception may also stand in the metadata of the
resource: `Metadata: {obslint: {ignore: [{rule: rule-a, reason: why}]}}`.""",
)

UNUSED_IGNORE = EngineRule(
    "unused-ignore",
    Severity.WARNING,
    """An exception accepts nothing: the rule it names reports nothing there.

It would hide the next defect of that kind without anybody deciding so.

Reported only for rules that are on in this run, and where everything around the exception was understood. A rule that could not decide
keeps its exception. Where the finding stands elsewhere in the same resource, the exception has to go to its line, or above that.

Fix safety: safe, the comment is deleted or loses the rule; by hand where it is only in the wrong place.""",
)

ENGINE_RULES = {rule.id: rule for rule in (SYNTAX_ERROR, MALFORMED_IGNORE, UNUSED_IGNORE)}

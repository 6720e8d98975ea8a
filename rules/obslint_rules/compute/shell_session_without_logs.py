"""shell-session-without-logs"""

from collections.abc import Iterator

from obslint.aws import SessionDocument, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("ssm-session-manager-logging",), checkov="CKV_AWS_113",
)  # fmt: skip
def shell_session_without_logs(document: SessionDocument, unit: Unit) -> Iterator[Finding]:
    """The preferences of Session Manager keep no encrypted log of shell sessions.

    What somebody typed on an instance leaves no trace, or one that anybody with access to the log can read.

    Fix safety: unsafe where the unit declares a single encrypted log group, since the role of the instances must be allowed
    to write to it; manual otherwise.
    When to ignore: sessions only forward ports, which cannot be logged.
    References: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html
    """
    for preferences in document.preferences:
        if document.type.surely("Session") & preferences.kind.surely("Standard_Stream") & ~preferences.is_logged_encrypted:
            what = "without encryption" if preferences.is_logged else "nowhere"
            yield preferences.group.finding(f"shell sessions are logged {what}", fix=preferences.logging_fix(unit))

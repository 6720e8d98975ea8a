"""undeclared-service-log-group"""

from collections.abc import Iterator

from obslint.aws import ServiceWriter, Unit, declaring_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def undeclared_service_log_group(writer: ServiceWriter, unit: Unit) -> Iterator[Finding]:
    """A build project or a database writes to a log group that no code declares.

    The service makes the group itself: its events never expire, and no key of the customer encrypts them.

    Fix safety: manual, a group that exists has to be imported first.
    When to ignore: another tool sets the retention of such groups.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
    """
    for log in writer.logs:
        if writer.lacks_group(log, unit):
            yield log.finding(f"logs go to {writer.group_name(log)}, which is not declared", fix=declaring_fix(writer, log))

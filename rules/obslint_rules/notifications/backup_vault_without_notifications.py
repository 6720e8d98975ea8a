"""backup-vault-without-notifications"""

from collections.abc import Iterator

from obslint.aws import BackupVault, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def backup_vault_without_notifications(vault: BackupVault, unit: Unit) -> Iterator[Finding]:
    """The backup vault tells nobody of jobs that fail.

    Failed backups are found on the day of the restore.

    Fix safety: unsafe where the unit has one topic, as its policy must admit AWS Backup; else manual.
    When to ignore: backups are watched in another account.
    References: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
    """
    if ~vault.tells_of_failures(unit):
        yield vault.events.finding("nobody is told of backups that fail", fix=vault.notification_fix(unit))

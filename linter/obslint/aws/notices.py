"""What services can tell of themselves: stacks, backups, databases."""

from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.aws.watching import EventRule
from obslint.model import Plain, Truth, any_of
from obslint.policy import Fix, add_resource, set_to

_WHO = "who is told has to be decided"
_FAILED = ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED"]
_TELLING = ("BACKUP_JOB_FAILED", "BACKUP_JOB_COMPLETED")


class NestedStack(View, terraform="aws_cloudformation_stack", cloudformation="AWS::CloudFormation::Stack"):
    """A CloudFormation stack that is deployed by other code."""

    topics = reference("notification_arns", "NotificationARNs")

    def notification_fix(self, unit: Unit) -> Fix:
        """Tells the topic of the unit, when it has one."""
        topic = unit.only(Topic, self)
        value, unsafe, manual = _told(topic)
        return set_to([value], title="tell a topic", unsafe=unsafe, manual=manual)


def _told(topic: Topic | None) -> tuple[Plain, str, str]:
    """A topic as a value, and why naming it is unsafe or has to be left to somebody."""
    if topic is None:
        return "arn:aws:sns:REGION:ACCOUNT:TOPIC", "", _WHO
    return topic.link("arn", "Ref"), "it may not be who should hear of it, and the policy of the topic has to allow it", ""


class VaultNotifications(View, terraform="aws_backup_vault_notifications"):
    """Says, apart from a vault, what it tells, and whom."""

    vault = reference("backup_vault_name", None)
    topic = reference("sns_topic_arn", None)
    events = attribute("backup_vault_events", None)


class BackupVault(View, terraform="aws_backup_vault", cloudformation="AWS::Backup::BackupVault"):
    """Where backups are kept."""

    named_by = ("name",)
    handles = ("name", "id", "Ref")
    name = attribute("name", "BackupVaultName")
    events = attribute(None, "Notifications.BackupVaultEvents")
    topic = attribute(None, "Notifications.SNSTopicArn")

    def tells_of_failures(self, unit: Unit) -> Truth:
        """Whether anybody hears of jobs that failed: by the vault itself, or by an event rule."""
        beside = ~unit.none(VaultNotifications, lambda one: one.vault.refers_to(self) & _names_failures(one), of=self)
        own = any_of(_TELLING, self.events.includes)
        return own | beside | ~unit.none(EventRule, lambda one: one.pattern.spells("aws.backup"))

    def notification_fix(self, unit: Unit) -> Fix:
        """Tells the topic of the unit, when it has one."""
        value, unsafe, manual = _told(unit.only(Topic, self))
        if self.resource.dialect == "cloudformation":
            return set_to(_FAILED, also=((self.topic, value),), title="tell a topic", unsafe=unsafe, manual=manual)
        draft = VaultNotifications.draft(self, vault=self.link("name", ""), topic=value, events=_FAILED)
        return add_resource(draft, "tell a topic", unsafe=unsafe, manual=manual)


def _names_failures(notifications: VaultNotifications) -> Truth:
    return any_of(_TELLING, notifications.events.includes)

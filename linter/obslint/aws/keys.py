"""KMS keys."""

from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import Link, Plain


class KmsKey(View, terraform="aws_kms_key", cloudformation="AWS::KMS::Key"):
    """A customer managed key."""

    @classmethod
    def to_use(cls, beside: View, unit: Unit) -> Plain:
        """The one key of the unit, as a value for a fix; a made-up ARN when there is none or no single one."""
        key = unit.only(cls, beside)
        return key.link("arn", "Arn") if key else "arn:aws:kms:REGION:ACCOUNT:key/ID"


def made_up(value: Plain) -> bool:
    """Whether a value is a stand-in for what has to be decided."""
    return not isinstance(value, Link)

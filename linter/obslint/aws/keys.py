"""KMS keys."""

from obslint.aws.view import View


class KmsKey(View, terraform="aws_kms_key", cloudformation="AWS::KMS::Key"):
    """A customer managed key."""

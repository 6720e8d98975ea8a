"""What tells others that something happened in a bucket."""

from obslint.aws.view import View, attribute, reference


class CustomNotification(View, cloudformation="Custom::S3BucketNotifications"):
    """Notifications of a bucket that the AWS CDK sets up by a function."""

    bucket = reference(None, "BucketName")


class BucketNotification(View, terraform="aws_s3_bucket_notification"):
    """Notifications of a bucket; CloudFormation has them inside the bucket."""

    bucket = reference("bucket", None)
    event_bridge = attribute("eventbridge", None)

"""What the policies that AWS manages allow, for those that often stand on roles of telemetry. All are about every resource.

https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
"""

_WRITE = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
_INTERFACES = (
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:DeleteNetworkInterface",
    "ec2:AssignPrivateIpAddresses",
    "ec2:UnassignPrivateIpAddresses",
)

GRANTS: dict[str, tuple[str, ...]] = {
    "AdministratorAccess": ("*",),
    "AmazonS3FullAccess": ("s3:*", "s3-object-lambda:*"),
    "AmazonChimeReadOnly": ("chime:List*", "chime:Get*", "chime:Describe*", "chime:SearchAvailablePhoneNumbers"),
    "AmazonS3ReadOnlyAccess": ("s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"),
    "AmazonSNSFullAccess": ("sns:*",),
    "AmazonSQSFullAccess": ("sqs:*",),
    "AWSLambdaExecute": ("logs:*", "s3:GetObject", "s3:PutObject"),
    "AWSXRayDaemonWriteAccess": ("xray:*",),
    "AWSXrayWriteOnlyAccess": ("xray:*",),
    "CloudWatchAgentServerPolicy": (*_WRITE, "logs:DescribeLogStreams", "logs:DescribeLogGroups", "cloudwatch:PutMetricData"),
    "CloudWatchLogsFullAccess": ("logs:*",),
    "service-role/AmazonAPIGatewayPushToCloudWatchLogs": (
        *_WRITE,
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:GetLogEvents",
        "logs:FilterLogEvents",
    ),
    "service-role/AmazonRDSEnhancedMonitoringRole": (*_WRITE, "logs:PutRetentionPolicy", "logs:DescribeLogStreams", "logs:GetLogEvents"),
    "service-role/AmazonECSTaskExecutionRolePolicy": ("ecr:*", "logs:CreateLogStream", "logs:PutLogEvents"),
    "service-role/AWSAppSyncPushToCloudWatchLogs": _WRITE,
    "service-role/AWSLambdaBasicExecutionRole": _WRITE,
    "service-role/AWSLambdaDynamoDBExecutionRole": (*_WRITE, "dynamodb:*"),
    "service-role/AWSLambdaKinesisExecutionRole": (*_WRITE, "kinesis:*"),
    "service-role/AWSLambdaRole": ("lambda:InvokeFunction",),
    "service-role/AWSLambdaSQSQueueExecutionRole": (*_WRITE, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    "service-role/AWSLambdaVPCAccessExecutionRole": (*_WRITE, *_INTERFACES),
}
"""Actions by the name of the policy, at least those that it allows, at most the services that it is about."""

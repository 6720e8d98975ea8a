# case: another case
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnhealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
    TargetGroup  = "targetgroup/web/0123456789abcdef" # of this team
  }
}

# case: a letter too many
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisibles"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = "orders" # of this team
  }
}

# case: memory of an instance, which only the agent sees
resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "memory"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/EC2"
  metric_name         = "MemoryUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    InstanceId = "i-0123456789abcdef0" # of this team
  }
}

# case: a namespace that does not exist
resource "aws_cloudwatch_metric_alarm" "balancer" {
  alarm_name          = "balancer"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ALB"
  metric_name         = "HTTPCode_ELB_5XX_Count"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: a namespace in another case
resource "aws_cloudwatch_metric_alarm" "table" {
  alarm_name          = "table"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Dynamodb"
  metric_name         = "ThrottledRequests"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    TableName = "orders" # of this team
    Operation = "GetItem" # of this team
  }
}

# case: the volume of an instance of Aurora
resource "aws_rds_cluster_instance" "one" {
  identifier     = "one"
  engine         = "aurora-mysql"
  instance_class = "db.r6g.large"
}

resource "aws_cloudwatch_metric_alarm" "volume" {
  alarm_name          = "volume"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 10000000000
  dimensions = {
    DBInstanceIdentifier = aws_rds_cluster_instance.one.identifier # of this team
  }
}

# case: the metric of another namespace, which its dimensions give away
resource "aws_cloudwatch_metric_alarm" "backup_errors" {
  alarm_name          = "backup-errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Backup" # not where functions report
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    FunctionName = "backup-failure"
  }
}

# case: a name that resembles none enough
resource "aws_cloudwatch_metric_alarm" "signing" {
  alarm_name          = "signing"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Route53"
  metric_name         = "DNSSECErrors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    HostedZoneId = "Z1"
  }
}

# case: another case, in a namespace of which not every metric is on record
resource "aws_cloudwatch_metric_alarm" "tokens" {
  alarm_name          = "tokens"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Bedrock"
  metric_name         = "inputTokenCount"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 100000
  dimensions = {
    ModelId = "amazon.titan-embed-text-v2:0"
  }
}

# case: hosts without their target group
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  dimensions = {
    LoadBalancer = "app/front/0123456789abcdef" # of this team
  }
}

# case: a distribution without its region
resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name          = "edge"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    DistributionId = "E123EXAMPLE" # of this team
  }
}

# case: latency of a table without the operation
resource "aws_cloudwatch_metric_alarm" "table" {
  alarm_name          = "table"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/DynamoDB"
  metric_name         = "SuccessfulRequestLatency"  # who is called: the team
  extended_statistic  = "p99"
  period              = 60
  evaluation_periods  = 1
  threshold           = 50
  dimensions = {
    TableName = "orders" # of this team
  }
}

# case: a dimension in another case
resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    functionName = "orders" # of this team
  }
}

# case: words joined by an underscore
resource "aws_lambda_function" "orders" {
  function_name = "orders"
}

resource "aws_cloudwatch_metric_alarm" "ident" {
  alarm_name          = "ident"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    function_name = aws_lambda_function.orders.function_name # of this team
  }
}

# case: no dimensions at all
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 600
}

# case: the id of an HTTP API for the errors of REST APIs
resource "aws_cloudwatch_metric_alarm" "rest" {
  alarm_name          = "rest"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    ApiId = "abc123" # of this team
  }
}

# case: a query of Metrics Insights
resource "aws_cloudwatch_metric_alarm" "fleet" {
  alarm_name          = "fleet"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 90
  metric_query {
    id          = "max"
    expression  = "SELECT MAX(Duration) FROM SCHEMA(\"AWS/Lambda\", Function)"
    period      = 300
    return_data = true
  }
}

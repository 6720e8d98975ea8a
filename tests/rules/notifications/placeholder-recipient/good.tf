# case: a team
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "oncall@acme.dev"
}

# case: a queue
resource "aws_sns_topic_subscription" "queue" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:000000000000:todo"
}

# case: a product of that name
resource "aws_sns_topic_subscription" "product" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "oncall@todo-example.dev"
}

# case: a budget
resource "aws_budgets_budget" "month" {
  budget_type  = "COST"
  limit_amount = "500"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "ACTUAL"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = ["finance@acme.dev", "cto@acme.dev"] # for now
  }
}

# case: anomalies
resource "aws_ce_anomaly_subscription" "spend" {
  name             = "spend"
  frequency        = "DAILY"
  monitor_arn_list = ["arn:aws:ce::111122223333:anomalymonitor/0"]

  subscriber {
    type    = "EMAIL"
    address = "spend@acme.dev"
  }
}

# case: a function, whose ARN is known after apply
resource "aws_lambda_function" "notify" {
  function_name = "notify"
  role          = "arn:aws:iam::111122223333:role/notify"
}

resource "aws_sns_topic_subscription" "notify" {
  topic_arn = "arn:aws:sns:eu-west-1:111122223333:oncall"
  protocol  = "lambda"
  endpoint  = aws_lambda_function.notify.arn
}

# case: a rule forwards
resource "aws_cloudwatch_event_bus" "audit" {
  name = "audit"
}

resource "aws_cloudwatch_event_rule" "all" {
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "all" {
  rule = aws_cloudwatch_event_rule.all.name
  arn  = aws_cloudwatch_event_bus.audit.arn
}

resource "aws_cloudwatch_event_rule" "findings" {
  event_bus_name = aws_cloudwatch_event_bus.audit.name
  event_pattern  = jsonencode({ source = ["aws.guardduty"] })
}

# case: other accounts may send
resource "aws_cloudwatch_event_bus" "shared" {
  name = "shared"
}

resource "aws_cloudwatch_event_bus_policy" "shared" {
  event_bus_name = aws_cloudwatch_event_bus.shared.name
  policy         = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_cloudwatch_event_rule" "shared" {
  event_bus_name = aws_cloudwatch_event_bus.shared.name
  event_pattern  = jsonencode({ source = ["aws.guardduty"] })
}

# case: events of one's own
resource "aws_cloudwatch_event_bus" "orders" {
  name = "orders"
}

resource "aws_cloudwatch_event_rule" "orders" {
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  event_pattern  = jsonencode({ source = ["shop.orders"] })
}

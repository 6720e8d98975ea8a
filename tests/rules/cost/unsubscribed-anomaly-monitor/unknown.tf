# case: its ARN leaves the root
resource "aws_ce_anomaly_monitor" "services" {
  name              = "services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

output "monitor" {
  value = aws_ce_anomaly_monitor.services.arn
}

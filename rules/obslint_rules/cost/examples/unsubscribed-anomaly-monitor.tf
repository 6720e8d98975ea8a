resource "aws_ce_anomaly_monitor" "services" {
  name              = "services" # all of them
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

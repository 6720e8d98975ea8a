resource "aws_mskconnect_connector" "events" {
  name = "events"
}

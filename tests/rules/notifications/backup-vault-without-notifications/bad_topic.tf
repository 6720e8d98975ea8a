# case: the unit has a topic
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_backup_vault" "main" {
  name = "main" # all of it
}

# case: nothing is said
resource "aws_sns_topic" "oncall" {
  name = "oncall"   # the pager
}

# case: an empty text
resource "aws_sns_topic" "news" {
  kms_master_key_id = ""
}

# beside a key that is for something else and admits no service
resource "aws_kms_key" "disks" {
  description = "disks"
}

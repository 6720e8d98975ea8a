# options: {"keys": ["owner"]}
variable "tags" {
  type = map(string)
}

# case: the tags are a variable without a value
resource "aws_sns_topic" "a" {
  name = "a"
  tags = var.tags
}

# case: the provider is not written here
resource "aws_sqs_queue" "b" {
  name = "b"
}

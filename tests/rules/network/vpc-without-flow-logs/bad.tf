# case: no flow log
resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

# case: a flow log of another VPC
resource "aws_vpc" "tools" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc" "recorded" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_flow_log" "recorded" {
  vpc_id               = aws_vpc.recorded.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

# case: one of two subnets is recorded
resource "aws_vpc" "half" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.half.id
  cidr_block = "10.3.0.0/24"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.half.id
  cidr_block = "10.3.1.0/24"
}

resource "aws_flow_log" "a" {
  subnet_id            = aws_subnet.a.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

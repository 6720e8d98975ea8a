# case: no alarm is declared beside it
resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 4   # peak
}

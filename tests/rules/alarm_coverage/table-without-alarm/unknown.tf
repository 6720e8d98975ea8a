# case: no alarm is declared beside it
resource "aws_dynamodb_table" "carts" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"   # spiky
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

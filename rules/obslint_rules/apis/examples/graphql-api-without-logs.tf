resource "aws_appsync_graphql_api" "shop" {
  name                = "shop" # the only one
  authentication_type = "API_KEY"
}

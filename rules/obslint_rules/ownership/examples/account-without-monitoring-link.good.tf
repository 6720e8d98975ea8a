resource "aws_lambda_function" "pay" {
  function_name = "pay"
}

resource "aws_oam_link" "main" {
  label_template  = "$AccountName"
  resource_types  = ["AWS::CloudWatch::Metric"]
  sink_identifier = "arn:aws:oam:us-east-1:123456789012:sink/a"
}

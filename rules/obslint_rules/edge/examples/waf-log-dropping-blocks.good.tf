resource "aws_wafv2_web_acl_logging_configuration" "block" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-front"] # one only

  logging_filter {
    default_behavior = "DROP" # to save money

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "BLOCK"
        }
      }
    }

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
  }
}

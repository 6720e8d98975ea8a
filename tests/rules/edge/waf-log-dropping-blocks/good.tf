# case: blocked requests are kept
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

# case: allowed requests are dropped
resource "aws_wafv2_web_acl_logging_configuration" "allow" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-front"] # one only

  logging_filter {
    default_behavior = "KEEP" # to save money

    filter {
      behavior    = "DROP"
      requirement = "MEETS_ANY"

      condition {
        action_condition {
          action = "ALLOW"
        }
      }
    }
  }
}

# case: labels decide
resource "aws_wafv2_web_acl_logging_configuration" "labels" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-front"] # one only

  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ALL"

      condition {
        label_name_condition {
          label_name = "awswaf:managed:aws:bot"
        }
      }
    }
  }
}

# case: no filter
resource "aws_wafv2_web_acl_logging_configuration" "all" {
  resource_arn            = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/front/1"
  log_destination_configs = ["arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-front"] # one only
}

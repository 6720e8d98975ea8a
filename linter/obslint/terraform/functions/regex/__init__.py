"""RE2, the regular expressions of Terraform, in linear time."""

"""obslint: a linter for the observability of Terraform and CloudFormation."""

__version__ = "0.1.0"

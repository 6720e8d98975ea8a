"""The Terraform and OpenTofu front-end."""

from obslint.terraform.load import load, load_text, owners

__all__ = ["load", "load_text", "owners"]

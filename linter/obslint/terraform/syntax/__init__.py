"""Terraform text to syntax: HCL by tree-sitter, and expressions inside other syntaxes."""

from obslint.terraform.syntax.bodies import parse_hcl
from obslint.terraform.syntax.embedded import parse_expression, parse_template
from obslint.terraform.syntax.expressions import ITEM, MAX_DEPTH

__all__ = ["ITEM", "MAX_DEPTH", "parse_expression", "parse_hcl", "parse_template"]

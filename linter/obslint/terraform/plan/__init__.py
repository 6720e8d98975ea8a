"""Plans as input: what `terraform show -json` and `tofu show -json` write."""

from obslint.terraform.plan.detect import looks_like_plan
from obslint.terraform.plan.load import load_plan, load_plan_text

__all__ = ["load_plan", "load_plan_text", "looks_like_plan"]

"""Writes linter/obslint/cloudformation/sam_facts.json from an installed aws-sam-translator: `python3 bench/sam_facts.py`.

Run by hand with a Python that has the translator, when SAM knows new policy templates or connectors.
"""

import json
from pathlib import Path

TARGET = Path(__file__).parents[1] / "linter/obslint/cloudformation/sam_facts.json"


def facts() -> dict[str, object]:
    """Policy templates with their parameters, connector profiles, and managed policies that have a path."""
    import samtranslator
    from samtranslator.internal.managed_policies import get_bundled_managed_policy_map

    home = Path(samtranslator.__file__).parent
    templates = json.loads((home / "policy_templates_data/policy_templates.json").read_text())["Templates"]
    profiles = json.loads((home / "model/connector_profiles/profiles.json").read_text())
    arns = [arn.partition(":policy/")[2] for arn in get_bundled_managed_policy_map("aws").values()]
    return {
        "about": f"from aws-sam-translator {samtranslator.__version__}, Copyright Amazon.com, Inc., Apache License 2.0",
        "policies": {name: found["Definition"]["Statement"] for name, found in sorted(templates.items())},
        "connectors": profiles["Permissions"],
        "resources": profiles["CfnResourceProperties"],
        "paths": sorted(arn for arn in arns if "/" in arn),
    }


if __name__ == "__main__":
    TARGET.write_text(json.dumps(facts(), separators=(",", ":"), sort_keys=False) + "\n")

"""`obslint schema`: the shape of what obslint writes."""

import click

from obslint.cli.terminal import emit


@click.command(short_help="Print the JSON Schema of a document that obslint writes or reads.")
@click.argument("document", type=click.Choice(["report", "policies"]), metavar="DOCUMENT")
def schema(document: str) -> None:
    """Print the JSON Schema of DOCUMENT: `report`, which `obslint scan --format json` writes, or `policies`, which --rules reads."""
    import json

    if document == "report":
        from obslint.report.schema import report_schema as described
    else:
        from obslint.lint.policy_schema import policies_schema as described
    emit(json.dumps(described(), indent=2) + "\n")

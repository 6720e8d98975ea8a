"""`obslint schema`: the shape of what obslint writes."""

import click

from obslint.cli.terminal import emit


@click.command(short_help="Print the JSON Schema of a document that obslint writes.")
@click.argument("document", type=click.Choice(["report"]), metavar="DOCUMENT")
def schema(document: str) -> None:  # noqa: ARG001 - there is one document so far
    """Print the JSON Schema of DOCUMENT, which is `report`: what `obslint scan --format json` writes."""
    import json

    from obslint.report.schema import report_schema

    emit(json.dumps(report_schema(), indent=2) + "\n")

"""`obslint rules --controls`: the items of compliance frameworks, and the rules that look at each."""

import json
from collections.abc import Iterator

import click

from obslint.lint.controls import Framework, claims, framework
from obslint.lint.registry import Registry
from obslint.lint.request import UsageError
from obslint.policy import CONTROLS

ALL = "all"


def render_controls(registry: Registry, name: str, form: str) -> str:
    """The items of a framework, or of `all`, as a table or JSON. Raises `click.UsageError` for a framework that does not exist."""
    try:
        found = [framework(one, registry) for one in (sorted(CONTROLS) if name == ALL else (name,))]
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    found = [one for one in found if one.titles or name != ALL]
    if form == "json":
        return json.dumps([_data(one, registry) for one in found], indent=2) + "\n"
    return "\n".join("".join(f"{line}\n" for line in _lines(one, registry)) for one in found)


def _data(one: Framework, registry: Registry) -> dict[str, object]:
    rules = claims(one.id, registry)
    items = [{"id": item, "title": title, "rules": list(rules.get(item, ()))} for item, title in one.titles.items()]
    return {"framework": one.id, "name": one.name, "scope": one.scope, "controls": items}


def _lines(one: Framework, registry: Registry) -> Iterator[str]:
    rules = claims(one.id, registry)
    width = max(map(len, one.titles), default=0)
    yield f"{one.id}: {one.name}"
    for item, title in one.titles.items():
        found = ", ".join(rules.get(item, ())) or "no rule"
        yield f"  {item:<{width}}  {title}: {found}" if title else f"  {item:<{width}}  {found}"
    yield f"  listed: {one.scope}"

"""What the values of dimensions refer to: the attribute by which a metric is keyed, or another one of the same resource."""

import re
from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.dimension_keys import DIMENSION_KEYS, DimensionKey
from obslint.aws.metrics import Mismatch
from obslint.aws.series import Dimension, Series, certain, namespace_of
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import NO, Absent, Known, Link, Reference, Resource, Symbolic, settle, truth
from obslint.model.compare import decide, doubt
from obslint.policy import Fix, advice, set_to


def wrong_identifiers(series: Series) -> Iterator[Mismatch]:
    """The dimensions whose value is another attribute of the resource than the one by which the metric is keyed."""
    namespace = namespace_of(series)
    for dimension in series.dimensions.listed:
        keys = [key for key in DIMENSION_KEYS.get(dimension.name, ()) if not key.namespaces or namespace in key.namespaces]
        reference = whole_reference(dimension.value) if keys else None
        if reference is not None:
            for key in keys:
                yield from _wrong(series, dimension, reference, key)
    bool(series.dimensions.complete | truth(not namespace))


def _wrong(series: Series, dimension: Dimension, reference: Reference, key: DimensionKey) -> Iterator[Mismatch]:
    resource = reference.resource
    if resource is None:
        return
    terraform = resource.dialect == "terraform"
    types, wrong = (key.terraform, key.terraform_wrong) if terraform else (key.cloudformation, key.cloudformation_wrong)
    what = wrong.get(reference.attribute)
    if what and resource.type.removeprefix("data.") in types.split("|"):
        right = key.terraform_key if terraform else key.cloudformation_key
        message = f"the dimension {dimension.name} holds {what} of the resource, by which no metric is keyed"
        yield Mismatch(dimension.value, message, _fix(series, reference, right, key), (View(resource).label(f"{what} of this"),))


def _fix(series: Series, reference: Reference, right: str, key: DimensionKey) -> Fix:
    resource = reference.resource
    if resource is None or not right:
        return _unlinked(series, resource)
    title = f"use {right}"
    if not View(resource).can_be_named_by(series.reader):
        return advice(title, f"{resource.address} cannot be named here with certainty")
    link = Link(resource, right if resource.dialect == "terraform" else key.terraform_key, key.cloudformation_key)
    return set_to(link, title=title)


_NAMES = {"AWS::ApiGateway::RestApi": "Name", "AWS::MSK::Cluster": "ClusterName"}
"""The property that holds the name, where no attribute does."""


def _unlinked(series: Series, resource: Resource | None) -> Fix:
    """The remedy where no attribute of the resource holds the value."""
    if resource is not None and resource.type in ("aws_elasticache_replication_group", "AWS::ElastiCache::ReplicationGroup"):
        member = Link(resource, "id", "Ref", after="-001")
        return set_to(
            member, title="name a member", manual="which member is watched has to be decided; in cluster mode they are -0001-001 and so on"
        )
    name = settle(resource.fields.get(_NAMES.get(resource.type, ""), Absent())) if resource is not None else Absent()
    if isinstance(name, Known) and isinstance(name.data, str) and series.editable:
        return set_to(name.data, title=f"use the name {name.data}")
    return advice("use the name by which the metric is keyed", "no attribute of the resource holds it with certainty")


def whole_reference(attribute: Attribute) -> Reference | None:
    """The attribute of a resource that the whole of a value is, also where its content is known."""
    value = settle(attribute.value)
    if isinstance(value, Symbolic):
        only = value.parts[0] if len(value.parts) == 1 else ""
        if isinstance(only, Reference) and only.resource is not None:
            return only
    if isinstance(value, Known):
        found = next((step.reference for step in value.trail if step.reference and step.reference.resource), None)
        return found if found is not None and _is_value_of(found, value) else None
    bool(NO if isinstance(value, Absent) else decide(value, doubt))
    return None


def _is_value_of(reference: Reference, value: Known) -> bool:
    """Whether a value is an attribute as it stands, not something made of it."""
    own = settle(reference.resource.fields.get(reference.attribute, Absent())) if reference.resource else Absent()
    return isinstance(own, Known) and own.data == value.data


def missing_on_aurora(series: Series) -> Mismatch | None:
    """The free space of an instance of Aurora, whose storage belongs to the cluster."""
    if namespace_of(series) != "AWS/RDS" or certain(series.name) != "FreeStorageSpace":
        return None
    watched = series.dimensions.named("DBInstanceIdentifier")
    reference = whole_reference(watched.value) if watched else None
    resource = reference.resource if reference else None
    if resource is None or not (resource.type == "aws_rds_cluster_instance" or _runs_aurora(resource)):
        return None
    fix = advice(
        "watch FreeLocalStorage of the instance, or AuroraVolumeBytesLeftTotal of the cluster", "which of them fills up has to be decided"
    )
    message = f"AWS/RDS has no {series.name.shown} of instances of Aurora"
    return Mismatch(series.name, message, fix, (View(resource).label("this instance"),))


def _runs_aurora(resource: Resource) -> bool:
    engine = settle(resource.fields.get("Engine", Absent()))
    return isinstance(engine, Known) and str(engine.data).casefold().startswith("aurora")


_CONSTRAINT = re.compile(r"\brequired_providers\s*\{.*?\baws\s*=\s*(?:\{[^}]*?\bversion\s*=\s*)?\"([^\"]+)\"", re.S)
_CLAUSE = re.compile(r"(~>|<=?|=|)\s*v?(\d+)(?:\.(\d+))?")
"""Not `>=` and `!=`, which hold nothing back. `~> 4` with no minor version lets 4.x in, and so does `~> 4.1`."""


def resource_id_dimensions(series: Series, unit: Unit) -> Iterator[Mismatch]:
    """The dimensions that name a database instance by its Terraform id, which is its identifier up to version 4 of the provider only."""
    for dimension in series.dimensions.listed:
        reference = whole_reference(dimension.value) if dimension.name == "DBInstanceIdentifier" else None
        resource = reference.resource if reference else None
        if reference is None or resource is None or reference.attribute != "id":
            continue
        if resource.type == "aws_db_instance" and not any(_is_held_back(text) for text in _constraints(unit)):
            message = "the dimension DBInstanceIdentifier holds what is the resource id since version 5 of the provider, not the identifier"
            fix = set_to(Link(resource, "identifier", ""), title="use identifier")
            if not View(resource).can_be_named_by(series.reader):
                fix = advice("use identifier", f"{resource.address} cannot be named here with certainty")
            yield Mismatch(dimension.value, message, fix)
    bool(series.dimensions.complete | ~series.namespace.surely("AWS/RDS"))


def _constraints(unit: Unit) -> list[str]:
    return [found for file in unit.data.files for found in _CONSTRAINT.findall(file.text)]


def _is_held_back(constraint: str) -> bool:
    """Whether a version constraint keeps the provider below version 5."""
    for clause in constraint.split(","):
        found = _CLAUSE.match(clause.strip())
        if found and _is_upper(found.group(1), int(found.group(2)), int(found.group(3) or 0)):
            return True
    return False


def _is_upper(operator: str, major: int, minor: int) -> bool:
    return major < 5 or (operator == "<" and (major, minor) == (5, 0))

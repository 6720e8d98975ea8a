"""KMS keys by whatever they are named with."""

from obslint.aws.attribute import Attribute
from obslint.aws.guards.holders import Key, KeyName
from obslint.aws.unit import Unit


def key_named_by(attribute: Attribute, unit: Unit) -> Key | None:
    """The key of the unit that an attribute certainly names, itself or by an alias."""
    keys = unit.all(Key)
    direct = next((key for key in keys if attribute.refers_to(key)), None)
    if direct is not None:
        return direct
    alias = next((one for one in unit.all(KeyName) if attribute.refers_to(one)), None)
    return next((key for key in keys if alias is not None and alias.key.refers_to(key)), None)

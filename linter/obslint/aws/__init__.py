"""AWS as rules see it: typed views over both dialects."""

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import Blocks, View, attribute, blocks, reference

__all__ = ["Attribute", "Blocks", "Unit", "View", "attribute", "blocks", "reference"]

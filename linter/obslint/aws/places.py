"""In which account and region resources stand."""

from obslint.aws.view import View
from obslint.model import NO, Known, Truth, settle, truth, undecided
from obslint.model.compare import equal


def is_same_place(one: View, other: View) -> Truth:
    """Whether two resources of a unit certainly stand in one account and region."""
    a, b = one.resource, other.resource
    regions = settle(a.region), settle(b.region)
    known = all(isinstance(region, Known) for region in regions)
    if known and equal(*regions).known is False:
        return NO
    if a.deployer != b.deployer:
        return undecided(f"{one.address} and {other.address} are deployed with different providers", one.header)
    return truth(known or ("region" not in a.fields and "region" not in b.fields))

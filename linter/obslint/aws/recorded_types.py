"""Config rules about types of resources that the recorder leaves out."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.recorders import Recorder
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute
from obslint.model import NO, Known, Truth, settle, truth
from obslint.policy import Fix, advice, set_to

_GLOBAL = ("AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::Policy")
"""Types that are recorded on request only: https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"""


class TypedRule(View, terraform="aws_config_config_rule", cloudformation="AWS::Config::ConfigRule"):
    """A Config rule, as far as it names the types that it is about."""

    types_named = attribute("scope.compliance_resource_types", "Scope.ComplianceResourceTypes")

    def unrecorded(self, unit: Unit) -> Iterator[tuple[Attribute, str, Recorder]]:
        """The types that the one recorder of the unit does not record, with the place where each is named."""
        recorders = unit.all(Recorder)
        if len(recorders) != 1:
            return
        for item in self.types_named.items():
            value = settle(item.value)
            name = str(value.data) if isinstance(value, Known) and isinstance(value.data, str) else ""
            if name and _misses(recorders[0], name) & exists(recorders[0]):
                yield item, name, recorders[0]


def _misses(recorder: Recorder, kind: str) -> Truth:
    excluded = recorder.records_by_exclusion & recorder.excluded_types.includes(kind)
    unlisted = recorder.listed_types.surely_set() & ~recorder.listed_types.includes(kind) & ~recorder.records_by_exclusion
    everything = recorder.all_supported.surely(True) if kind in _GLOBAL else NO
    return (
        excluded | unlisted | (everything & ~recorder.global_types.surely(True) & truth(kind in _GLOBAL) & ~recorder.records_by_exclusion)
    )


def type_recording_fix(recorder: Recorder, kind: str) -> Fix:
    """Records the type, where one switch does so."""
    if kind in _GLOBAL and recorder.all_supported.surely(True):
        unsafe = "what is recorded is billed, and one region is enough"
        return set_to(True, title="record global types", unsafe=unsafe).on(recorder.resource, recorder.global_types.path)
    listed = recorder.excluded_types if recorder.records_by_exclusion else recorder.listed_types
    return advice(f"record {kind}", "what is recorded is billed").on(recorder.resource, listed.path)

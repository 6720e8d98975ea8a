"""config-rule-on-unrecorded-type"""

from collections.abc import Iterator

from obslint.aws import TypedRule, Unit, type_recording_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def config_rule_on_unrecorded_type(typed: TypedRule, unit: Unit) -> Iterator[Finding]:
    """A Config rule is about a type of resources that is not recorded.

    It finds nothing to evaluate, and looks compliant.

    Fix safety: unsafe where a switch records the type, manual elsewhere: what is recorded is billed.
    References: https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
    """
    for item, name, recorder in typed.unrecorded(unit):
        where = (recorder.label("this recorder"),)
        yield item.finding(f"{name} is not recorded", fix=type_recording_fix(recorder, name), related=where)

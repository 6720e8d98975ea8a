"""recorder-without-global-types"""

from collections.abc import Iterator

from obslint.aws import Estate, Recorder
from obslint.policy import Finding, Persona, Severity, any_of, rule, set_to


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, confidence="medium", topics=("config-recorder-all-resource-types",), checkov="CKV2_AWS_48",
)  # fmt: skip
def recorder_without_global_types(recorder: Recorder, estate: Estate) -> Iterator[Finding]:
    """No Config recorder records global resource types.

    IAM users, roles and policies have no configuration history: who could do what last month cannot be told.

    One region of an account is enough; in several, each item is recorded and billed several times. There is one recorder in an account
    and region, so recorders of one region belong to different accounts, and each is asked for itself.

    Fix safety: unsafe, more configuration items are billed; manual where types are listed.
    When to ignore: a recorder outside of this scan records them; regions that came after February 2022 cannot.
    References: https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
    """
    helped = recorder.records_global_types | estate.any(Recorder, lambda one: one.records_global_types & one.elsewhere(recorder))
    if ~helped & ~any_of(estate.earlier(recorder), lambda one: one.elsewhere(recorder)):
        everything = recorder.all_supported.surely(True) & recorder.listed_types.surely_absent()
        by_list = "" if everything.known else "it goes only with recording every type"
        fix = set_to(True, manual=by_list, unsafe="more items are billed, and one region should record them")
        yield recorder.global_types.finding("no recorder records IAM users, roles and policies", fix=fix)

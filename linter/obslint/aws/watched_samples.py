"""Events of CloudTrail as far as they are known, to ask filters and rules whether they would count them.

What stands in which event: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html and
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
"""

from collections.abc import Mapping

from obslint.aws.patterns.matching import MISSING, Event, Member
from obslint.aws.watched_events import LOGIN_FAILURES, LOGIN_WITHOUT_MFA, ROOT_USAGE, UNAUTHORIZED_CALLS, WatchedEvents

_CALL: Mapping[str, Member] = {
    "eventType": "AwsApiCall", "eventCategory": "Management", "managementEvent": True, "sourceIPAddress": "203.0.113.7",
    "userIdentity.type": "AssumedRole", "userIdentity.invokedBy": MISSING, "errorCode": MISSING, "errorMessage": MISSING,
    "additionalEventData.MFAUsed": MISSING,
}  # fmt: skip
_LOGIN: Mapping[str, Member] = {
    **_CALL, "eventType": "AwsConsoleSignIn", "eventSource": "signin.amazonaws.com", "eventName": "ConsoleLogin", "readOnly": False,
    "userIdentity.type": "IAMUser", "additionalEventData.MFAUsed": "Yes", "responseElements.ConsoleLogin": "Success",
}  # fmt: skip
_FAILED: Mapping[str, Member] = {**_LOGIN, "errorMessage": "Failed authentication", "responseElements.ConsoleLogin": "Failure"}
_RUN: Mapping[str, Member] = {**_CALL, "eventSource": "ec2.amazonaws.com", "eventName": "RunInstances", "readOnly": False}
_ROOT: Mapping[str, Member] = {**_CALL, "userIdentity.type": "Root", "readOnly": False}


def _denied(code: str) -> Event:
    known = {key: value for key, value in _RUN.items() if key != "errorMessage"}
    return Event(f"calls that end in {code}", {**known, "errorCode": code})


_WANTED: Mapping[WatchedEvents, tuple[Event, ...]] = {
    UNAUTHORIZED_CALLS: (_denied("Client.UnauthorizedOperation"), _denied("AccessDenied"), _denied("AccessDeniedException")),
    LOGIN_WITHOUT_MFA: (Event("sign-ins without MFA", {**_LOGIN, "additionalEventData.MFAUsed": "No"}),),
    LOGIN_FAILURES: (Event("failed sign-ins", _FAILED),),
    ROOT_USAGE: (
        Event("calls of the root user", {**_ROOT, "eventSource": "iam.amazonaws.com", "eventName": "CreateAccessKey"}),
        Event("sign-ins of the root user", {**_LOGIN, "userIdentity.type": "Root"}),
    ),
}
_UNWANTED: Mapping[WatchedEvents, tuple[Event, ...]] = {
    UNAUTHORIZED_CALLS: (Event("calls that succeed", _RUN),),
    LOGIN_WITHOUT_MFA: (Event("sign-ins with MFA", _LOGIN),),
    LOGIN_FAILURES: (Event("sign-ins that succeed", {**_LOGIN, "additionalEventData.MFAUsed": "No"}),),
    ROOT_USAGE: (
        Event("calls of other users", {**_RUN, "userIdentity.type": "IAMUser"}),
        Event("calls of services on behalf of the root user", {**_RUN, **_ROOT, "userIdentity.invokedBy": "autoscaling.amazonaws.com"}),
    ),
}


def wanted(events: WatchedEvents) -> tuple[Event, ...]:
    """Events of a class, all of which have to be counted."""
    if events in _WANTED:
        return _WANTED[events]
    return tuple(_call(events, name) for name in events.names if name not in events.historic)


def unwanted(events: WatchedEvents) -> tuple[Event, ...]:
    """Events that are none of the class, though they have something in common with it."""
    if events in _UNWANTED:
        return _UNWANTED[events]
    return (_call(events, events.harmless),) if events.harmless else ()


def _call(events: WatchedEvents, name: str) -> Event:
    """A call that succeeds, made with a role, as most are."""
    read_only = name == events.harmless
    return Event(name, {**_CALL, "eventSource": events.source, "eventName": name, "readOnly": read_only})

"""A request to AWS, as far as a policy decides about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from obslint.aws.guards.conditions import Context
from obslint.aws.guards.texts import ACCOUNT, REGION, SUFFIX, Text

_SERVICE_HAS_NO = (
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:vpcsourceip",
    "aws:sourceip",
    "aws:username",
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
)
"""Keys that a request of a service principal does not carry.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a service by its name, or an AWS account by its number."""

    kind: str
    label: str
    names: tuple[Text, ...]
    accounts: tuple[str, ...] = ()
    context: Context = field(default_factory=dict)


def service_principal(name: str, accounts: tuple[str, ...] = ()) -> Principal:
    """A service by the first part of its name (`cloudtrail`); regional names of it mean the same service.

    `accounts` are numbers of AWS's own accounts by which older policies name it.
    """
    names: tuple[Text, ...] = ((f"{name}.", SUFFIX), (f"{name}.", REGION, ".", SUFFIX))
    context: dict[str, Text | None] = dict.fromkeys(_SERVICE_HAS_NO)
    context |= {
        "aws:sourceaccount": (ACCOUNT,),
        "aws:principalisawsservice": ("true",),
        "aws:principalservicename": (f"{name}.amazonaws.com",),
        "aws:securetransport": ("true",),
    }
    return Principal("service", f"{name}.amazonaws.com", names, accounts, context)


def account_principal(number: str) -> Principal:
    """An AWS account by its number."""
    return Principal("aws", number, (), (number,))


NOBODY = Principal("nobody", "everyone", ())
"""Someone whom only a policy for everyone lets in."""


@dataclass(frozen=True, slots=True)
class Request:
    """An action on a resource, and what else is known of the request. Without a principal, whoever holds the policy asks."""

    action: str
    resource: Text
    principal: Principal | None = None
    context: Mapping[str, Text | None] = field(default_factory=dict)

    @property
    def keys(self) -> Context:
        """All condition keys of which something is known."""
        own = {key.casefold(): value for key, value in self.context.items()}
        return {**(self.principal.context if self.principal else {}), **own}

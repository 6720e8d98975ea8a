"""Logs of web ACLs: what their destinations are called, and which requests a filter leaves.

https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html
"""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.texts import Text, matches
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, YES, Truth, any_of, references, settle, truth
from obslint.model.compare import decide

_STARTS = ("*:log-group:", "arn:*:s3:::", "*:deliverystream/")
_PREFIX = "aws-waf-logs-"


class _FilterCondition(View):
    action = attribute("action_condition.action", "ActionCondition.Action")
    tag = attribute("label_name_condition.label_name", "LabelNameCondition.LabelName")


class _LogFilter(View):
    behavior = attribute("behavior", "Behavior")
    requirement = attribute("requirement", "Requirement")
    conditions = blocks("condition", "Conditions", _FilterCondition)

    def _is_met_for(self, action: str, labelled: Truth) -> Truth:
        """Whether a request with an action meets it, and `labelled` where labels decide."""

        def meets(one: _FilterCondition) -> Truth:
            return one.action.surely(action) | (one.tag.surely_set() & labelled)

        any_wanted = self.requirement.surely("MEETS_ANY")
        return (any_wanted & self.conditions.any(meets)) | (~any_wanted & self.conditions.all(meets))

    def may_keep(self, action: str) -> Truth:
        """Whether it keeps some requests with an action."""
        return self.behavior.surely("KEEP") & self._is_met_for(action, YES)

    def drops(self, action: str) -> Truth:
        """Whether it drops all requests with an action."""
        return self.behavior.surely("DROP") & self._is_met_for(action, NO)


class AclLogging(View, terraform="aws_wafv2_web_acl_logging_configuration", cloudformation="AWS::WAFv2::LoggingConfiguration"):
    """Where the requests that a web ACL has seen are logged, and which."""

    acl = reference("resource_arn", "ResourceArn")
    destinations = reference("log_destination_configs", "LogDestinationConfigs")
    filter = attribute("logging_filter", "LoggingFilter")
    default = attribute("logging_filter.default_behavior", "LoggingFilter.DefaultBehavior")
    filters = blocks("logging_filter.filter", "LoggingFilter.Filters", _LogFilter)

    @property
    def drops_blocks(self) -> Truth:
        """Whether no blocked request is ever logged."""
        kept = self.filters.any(lambda one: one.may_keep("BLOCK"))
        dropped = self.default.surely("DROP") | self.filters.any(lambda one: one.drops("BLOCK"))
        return self.filter.surely_set() & dropped & ~kept

    def misnamed(self) -> Iterator[Attribute]:
        """The destinations whose names do not start as WAF wants it."""
        for item in self.destinations.items():
            if ~_is_well_named(item) & item.surely_set():
                yield item

    def elsewhere(self, unit: Unit) -> Iterator[Attribute]:
        """The destinations in another region than us-east-1, where the web ACL is one of CloudFront."""
        if unit.any(_Acl, lambda one: self.acl.refers_to(one) & one.scope.surely("CLOUDFRONT")):
            for item in self.destinations.items():
                if _is_elsewhere(item):
                    yield item


class _Acl(View, terraform="aws_wafv2_web_acl", cloudformation="AWS::WAFv2::WebACL"):
    named_by = ("name",)
    name = attribute("name", "Name")
    scope = attribute("scope", "Scope")


def _is_well_named(item: Attribute) -> Truth:
    def named(text: Text) -> Truth:
        return any_of(_STARTS, lambda start: matches((f"{start}{_PREFIX}*",), text))

    return decide(item.value, lambda value: named(text_of(value)))


def _is_elsewhere(item: Attribute) -> Truth:
    """Whether a destination is declared in another region, as far as that is known."""
    regions = [settle(found.resource.region) for found in references(item.value) if found.resource is not None]
    known = [str(region.data) for region in regions if hasattr(region, "data")]
    return truth(any(region != "us-east-1" for region in known))

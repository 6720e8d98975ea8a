"""function-closed-to-sns"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, delivery_verdict, function_delivery_fix, subscribed_function
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def function_closed_to_sns(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """The function that is subscribed does not admit SNS.

    SNS cannot call it, and what is published is lost after the last attempt.

    Fix safety: unsafe, it opens the function to a service.
    References: https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html
    """
    function = subscribed_function(subscription, unit)
    if function is not None and delivery_verdict(subscription, function, "lambda:InvokeFunction", unit).refused:
        where = (function.label("no permission lets sns.amazonaws.com call it"),)
        fix = function_delivery_fix(subscription, function, unit)
        yield subscription.endpoint.finding("the function does not admit SNS", fix=fix, related=where)

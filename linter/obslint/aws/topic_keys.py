"""Keys of topics."""

from obslint.aws.guards.holders import Key, KeyPolicy
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.policy import Fix, set_to

_ADMITS = "the policy of the key must admit whoever publishes"


def customer_key_fix(topic: Topic, unit: Unit) -> Fix:
    """Encrypts a topic with the customer key of the unit, when it has just one. The policy that AWS writes admits no service to a key."""
    key = unit.only(Key, topic)
    title = "encrypt with a customer managed key"
    if key is None or not (key.document.surely_set() | unit.any(KeyPolicy, lambda one: one.guards(key))).known:
        return set_to("alias/NAME", title=title, manual=_ADMITS).on(topic.resource, topic.kms_key.path)
    return set_to(key.link("arn", "Arn"), title=title, unsafe=_ADMITS).on(topic.resource, topic.kms_key.path)

"""The `Policies` property, and what else SAM allows a role that it makes.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_facts import managed, template_policy
from obslint.cloudformation.sam_nodes import Sam, Shape, computed, is_map, members
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, elements, function


class Grants:
    """What a role may do: managed policies and inline ones, each once."""

    def __init__(self) -> None:
        self.managed: list[Shape] = []
        self.inline: list[Shape] = []
        self._names: set[str] = set()

    def manage(self, name: str) -> None:
        """A policy that AWS manages."""
        if name not in self._names:
            self._names.add(name)
            self.managed.append(managed(name))

    def allow(self, policy: str, *statements: Shape, version: bool = False) -> None:
        """An inline policy."""
        document: dict[str, Shape] = {"Version": "2012-10-17"} if version else {}
        self.inline.append({"PolicyName": policy, "PolicyDocument": {**document, "Statement": list(statements)}})

    def join(self, other: "Grants") -> None:
        """Takes what another grants and this does not yet."""
        self._names |= other._names
        self.managed += [found for found in other.managed if str(found) not in {str(own) for own in self.managed}]
        self.inline += other.inline

    def add_written(self, sam: Sam) -> None:
        """The `Policies` property: names or ARNs of managed policies, documents, and SAM's policy templates."""
        node = sam.get("Policies")
        for number, item in enumerate(elements(node) if isinstance(node, Sequence) else [node] if node is not None else []):
            self._add(item, f"{sam.name}RolePolicy{number}")

    def _add(self, item: Node, name: str) -> None:
        branches = _branches(item)
        if branches is not None and any(_document(branch) is not None for branch in branches[1:]):
            condition, *sides = branches
            chosen: list[Shape] = [_inline(name, side) if _document(side) is not None else side for side in sides]
            self.inline.append({"Fn::If": [condition, *chosen]})
        elif branches is not None:
            condition, *sides = branches
            self.managed.append({"Fn::If": [condition, *(_named(side) for side in sides)]})
        elif isinstance(item, Scalar):
            if item.text.startswith(("arn:", "{{")):
                self.managed.append(item)
            else:
                self.manage(item.text)
        elif function(item) is not None:
            self.managed.append(item)
        else:
            self.inline.append(_inline(name, item))


def _branches(item: Node) -> list[Node] | None:
    call = function(item)
    branches = elements(call[1]) if call and call[0] == "Fn::If" else []
    return branches if len(branches) == 3 else None


def _named(side: Node) -> Shape:
    return managed(side.text) if isinstance(side, Scalar) and not side.text.startswith("arn:") else side


def _document(item: Node) -> Shape | None:
    """The document of a policy, written or from a template; None when it is neither."""
    if not isinstance(item, Mapping) or function(item) is not None:
        return None
    if item.get("Statement") is not None:
        return item
    if len(item.pairs) != 1:
        return computed(item)
    pair = item.pairs[0]
    statements = template_policy(pair.key.text, {given.key.text: given.value for given in members(pair.value)})
    return computed(item) if statements is None or not (is_map(pair.value) or _empty(pair.value)) else {"Statement": statements}


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _inline(name: str, item: Node) -> Shape:
    document = _document(item)
    return {"PolicyName": name, "PolicyDocument": computed(item) if document is None else document}


def destination_policy(kind: str | None, name: str, target: Shape) -> Iterator[tuple[str, list[Shape]]]:
    """The policy that lets a role send to a destination of a kind: its name and its statements."""
    found = _DESTINATIONS.get(kind or "")
    if found is None:
        return
    suffix, action = found
    if kind in ("S3", "S3Bucket"):
        below: dict[str, Shape] = {"Fn::Join": ["/", [target, "*"]]}
        put: dict[str, Shape] = {"Action": "s3:PutObject", "Effect": "Allow", "Resource": below}
        yield f"{name}{suffix}", [put, {"Action": "s3:ListBucket", "Effect": "Allow", "Resource": target}]
    else:
        yield f"{name}{suffix}", [{"Action": action, "Effect": "Allow", "Resource": target}]


_DESTINATIONS = {
    "SQS": ("SQSPolicy", "sqs:SendMessage"),
    "SNS": ("SNSPolicy", "sns:publish"),
    "S3": ("S3Policy", ""),
    "S3Bucket": ("S3Policy", ""),
    "EventBridge": ("EventBridgePolicy", "events:PutEvents"),
    "Lambda": ("LambdaPolicy", "lambda:InvokeFunction"),
}

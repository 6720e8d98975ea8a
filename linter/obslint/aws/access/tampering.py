"""Policies that let their holders switch trails off."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.documents import Statement, any_statement, each, statements
from obslint.aws.guards.holders import InlinePolicy
from obslint.aws.guards.texts import matches
from obslint.aws.view import View, attribute, blocks
from obslint.model import Truth
from obslint.policy import Label


class HeldPolicy(
    View,
    terraform="aws_iam_policy|aws_iam_role_policy|aws_iam_user_policy|aws_iam_group_policy|aws_iam_role",
    cloudformation="AWS::IAM::ManagedPolicy|AWS::IAM::Policy|AWS::IAM::RolePolicy|AWS::IAM::UserPolicy|AWS::IAM::GroupPolicy"
    "|AWS::IAM::Role|AWS::IAM::User|AWS::IAM::Group",
):
    """A policy of identities, or an identity with policies written in it."""

    document = attribute("policy", "PolicyDocument")
    inline = blocks("inline_policy", "Policies", InlinePolicy)

    def documents(self) -> Iterator[Attribute]:
        """Its policy documents."""
        yield self.document
        yield from (one.document for one in self.inline)


def tampering_statements(policy: HeldPolicy) -> Iterator[tuple[Attribute, tuple[Label, ...]]]:
    """The documents that allow everything about trails, without a condition; with a label on the statement."""
    for document in policy.documents():
        if any_statement(document.value, _allows_all):
            found = (one for one in statements(document.value) if _allows_all(one).known)
            yield document, tuple(Label(one.place or document.at, "this statement allows it") for one in found)[:1]


def _allows_all(statement: Statement) -> Truth:
    about = each(statement.member("action"), lambda value: matches(text_of(value), ("cloudtrail:*",), wild=False, fold=True))
    everywhere = each(statement.member("resource"), lambda value: matches(text_of(value), ("*",), wild=False))
    return statement.is_effect("Allow") & about & everywhere & ~statement.has("condition")

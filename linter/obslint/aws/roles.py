"""Roles that AWS services take, and what they may do."""

from collections.abc import Sequence
from dataclasses import replace

from obslint.aws.view import View, attribute, reference
from obslint.model import Draft, Json, Plain


class ServiceRole(View, terraform="aws_iam_role", cloudformation="AWS::IAM::Role"):
    """A role, as far as it tells which service takes it."""

    named_by = ("name",)
    name = attribute("name", "RoleName")
    trust = attribute("assume_role_policy", "AssumeRolePolicyDocument")

    @classmethod
    def drafted(cls, beside: View, service: str, actions: Sequence[str]) -> tuple[Draft, Draft]:
        """A role that a service can take to write logs, and its policy; both are added with the fix that names the role."""
        role = _called(cls.draft(beside, trust=_document("sts:AssumeRole", Principal={"Service": service})))
        policy = _RolePolicy.draft(
            beside, name="write-logs", role=role.link("id", "Ref"), document=_document(list(actions), Resource="*"),
        )  # fmt: skip
        return role, _called(policy)

    def granted(self, beside: View, action: str, target: Plain) -> Draft:
        """A policy that lets whoever takes the role do something more."""
        document = _document(action, Resource=target)
        return _called(_RolePolicy.draft(beside, name="keep-failures", role=self.link("id", "Ref"), document=document), "failures")


class _RolePolicy(View, terraform="aws_iam_role_policy", cloudformation="AWS::IAM::RolePolicy"):
    """A policy inside a role, declared apart from it."""

    name = attribute("name", "PolicyName")
    role = reference("role", "RoleName")
    document = attribute("policy", "PolicyDocument")


def _document(action: Plain, **more: Plain) -> Json:
    return Json({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, **more}]})


def _called(draft: Draft, what: str = "logs") -> Draft:
    return draft if "::" in draft.type else replace(draft, name=f"{draft.name}_{what}")

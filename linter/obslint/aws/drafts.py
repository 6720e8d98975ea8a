"""Resources that fixes add."""

from dataclasses import replace

from obslint.aws.view import View, attribute
from obslint.model import Draft, Link


class _NewLogGroup(View, terraform="aws_cloudwatch_log_group", cloudformation="AWS::Logs::LogGroup"):
    name = attribute("name", "LogGroupName")
    prefix = attribute("name_prefix", None)
    retention = attribute("retention_in_days", "RetentionInDays")


def new_log_group(beside: View, name: str | Link = "", *, prefix: str = "") -> Draft:
    """A group for the logs of something, to be added with the fix that lets it write there.

    Without a name it is made up at deployment, from the prefix in Terraform, so that it is free wherever the code runs.
    """
    named = {"name": name} if name else {"prefix": f"{prefix}{beside.local_name}-"}
    draft = _NewLogGroup.draft(beside, **named, retention=365)
    return replace(draft, name=f"{beside.local_name}_logs" if beside.resource.dialect == "terraform" else f"{beside.local_name}LogGroup")

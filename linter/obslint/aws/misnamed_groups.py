"""Log groups that are declared under a name that nothing writes to, though a function or stage writes to a name very like it."""

import re

from obslint.aws.apis import EXECUTION_LOGS, Deployment, HttpStage, RestStage
from obslint.aws.attribute import Attribute
from obslint.aws.functions import DEFAULT_PREFIX, Function
from obslint.aws.logs import LogGroup, ManagedLogGroup
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute
from obslint.model import NO, Known, Reference, Truth, Value, any_of, settle
from obslint.model.compare import plain, text_parts
from obslint.policy import Fix, advice, set_to

_REPLACED = "the log group is replaced, and what it holds is lost"
_ENVIRONMENT = r"(?:dev|develop|development|test|stage|staging|prod|production|live|qa|uat|sandbox)"
_API_ID = re.compile(r"[a-z0-9]{10}")


class RestApi(View, terraform="aws_api_gateway_rest_api", cloudformation="AWS::ApiGateway::RestApi|AWS::Serverless::Api"):
    """A REST API, as the one that a log group is named after."""

    handles = ("id", "Ref", "RestApiId")
    title = attribute("name", "Name")


def meant_function(group: LogGroup, unit: Unit) -> Function | None:
    """The function whose log group this one was meant to be, when none writes to it and one is called nearly like it."""
    functions = unit.all(Function)
    outgrown = outgrown_function(group, functions)
    found = [outgrown] if outgrown else _called_nearly(group, functions)
    if len(found) != 1:
        return None
    others = [one for one in functions if one is not outgrown]
    written = any_of(functions, lambda one: one.log_group.refers_to(group)) | any_of(others, lambda one: _fills_by_name(one, group))
    own = [one for one in unit.all(LogGroup) if not outgrown or one.resource is not group.resource]
    has_own = any_of(own, lambda one: _writes_to(found[0], one) | found[0].log_group.refers_to(one))
    return found[0] if ~written & ~has_own & exists(group) & exists(found[0]) else None


def _called_nearly(group: LogGroup, functions: tuple[Function, ...]) -> list[Function]:
    name = _text(group.name.value)
    if name is None or not name.startswith(DEFAULT_PREFIX):
        return []
    return [one for one in functions if _nearly(name.removeprefix(DEFAULT_PREFIX), _text(one.name.value))]


def outgrown_function(group: LogGroup, functions: tuple[Function, ...]) -> Function | None:
    """The function whose whole name a log group bears and more: what follows a reference, or the suffix that a prefix gets."""
    return next((one for one in functions if _goes_on_after(naming(group), one, suffixed=group.prefix.written)), None)


def naming(group: LogGroup) -> Attribute:
    """What says how a log group is called: its name, or the prefix to which the provider adds a suffix."""
    return group.prefix if group.prefix.written and not group.name.written else group.name


def _goes_on_after(named: Attribute, function: Function, *, suffixed: bool) -> bool:
    value = settle(named.value)
    text, name, parts = _text(value), _text(function.name.value), text_parts(value)
    if text is not None:
        rest = text.removeprefix(f"{DEFAULT_PREFIX}{name}")
        return suffixed and name is not None and rest != text and not rest[:1].isalnum()
    after = parts[1] if len(parts) > 1 and parts[0] == DEFAULT_PREFIX else None
    names_it = isinstance(after, Reference) and after.resource is function.resource and after.attribute in Function.handles
    return names_it and (suffixed or len(parts) > 2)


def _fills_by_name(function: Function, group: LogGroup) -> Truth:
    """Whether a function writes to a group because of the name of one of them; a suffix that the provider adds is nobody's name."""
    if group.prefix.written:
        return NO
    return function.log_group.same_as(group.name) | _writes_to(function, group)


def _writes_to(function: Function, group: LogGroup) -> Truth:
    return function.log_group.surely_absent() & function.logs_to(ManagedLogGroup(group.resource))


def _nearly(name: str, other: str | None) -> bool:
    """Whether two names differ by case, by the signs between words, or by the word for an environment only."""
    if other is None or name == other:
        return False
    one, two = (re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") for text in (name, other))
    longer, shorter = sorted((one, two), key=len, reverse=True)
    return one == two or re.fullmatch(f"(?:{_ENVIRONMENT}-{re.escape(shorter)}|{re.escape(shorter)}-{_ENVIRONMENT})", longer) is not None


def function_group_fix(group: LogGroup, function: Function) -> Fix:
    """Names the log group after the function."""
    title = f"name it after {function.address}"
    if not function.can_be_named_by(group):
        return advice(title, "the function is declared in another module", "replacement")
    link = function.link("function_name", "Ref", before=DEFAULT_PREFIX)
    drop = (group.prefix,) if group.prefix.written else ()
    return set_to(link, title=title, unsafe=_REPLACED, effect="replacement", drop=drop).on(group.resource, group.name.path)


def meant_stage(group: LogGroup, unit: Unit) -> RestStage | None:
    """The stage whose execution logs this log group was meant for, when no stage writes to it."""
    stages = unit.all(RestStage)
    if not stages or not group.name.starts_with(EXECUTION_LOGS.removesuffix("_")):
        return None
    written = any_of(stages, lambda stage: _fills(stage, group))
    other = unit.any(Deployment, lambda one: one.stage_name.surely_set()) | unit.any(HttpStage)
    return stages[0] if ~written & ~other & exists(group) else None


def _fills(stage: RestStage, group: LogGroup) -> Truth:
    """Whether a stage writes to the group. A name with something that cannot be the id of an API is nobody's."""
    name = _text(group.name.value)
    if name is not None:
        api, slash, _ = name.removeprefix(EXECUTION_LOGS).partition("/")
        if not name.startswith(EXECUTION_LOGS) or not slash or not _API_ID.fullmatch(api):
            return NO
    return stage.fills(ManagedLogGroup(group.resource))


def execution_group_name_fix(group: LogGroup, stage: RestStage, unit: Unit) -> Fix:
    """Names the log group after the API and the stage, where one stage is declared beside it."""
    name = _text(stage.name.value)
    api = next((one for one in unit.all(RestApi) if stage.rest_api.refers_to(one).known), None)
    alone = len(unit.all(RestStage)) == 1
    if name is None or api is None or not alone or not api.can_be_named_by(group):
        return advice(f"call it {EXECUTION_LOGS}API_ID/STAGE", "which API and stage it is for has to be decided", "replacement")
    link = api.link("id", "Ref", before=EXECUTION_LOGS, after=f"/{name}")
    return set_to(link, title="name it after the API and the stage", unsafe=_REPLACED, effect="replacement")


def _text(value: Value) -> str | None:
    """A text that is certain."""
    value = settle(value)
    return plain(value.data) if isinstance(value, Known) and isinstance(value.data, str) else None

"""Usage plans and API keys: one plan for an API, or one that several share.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiusageplan.html
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, Texts, mapping_of, ref
from obslint.cloudformation.tree import Mapping, Scalar

PLAN_CONDITION = "SharedUsagePlanCondition"
_PLAN = ("UsagePlanName", "Description", "Quota", "Tags", "Throttle")


@dataclass(slots=True, eq=False)
class Plans:
    """The APIs that share a plan, with their stages, and the texts of the plan."""

    owners: list[Sam] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    shape: dict[str, Shape] = field(default_factory=dict)
    at: Scalar | None = None

    def shared(self) -> Iterator[Made]:
        """The plan that several APIs share, its key, and what binds the two."""
        if self.at is not None:
            yield from _made(
                "Serverless", self.shape, [(sam.name, stage) for sam, stage in zip(self.owners, self.stages, strict=True)], self.at
            )


def usage_plan(sam: Sam, stage: str, plans: Plans, texts: Texts) -> Iterator[Made]:
    """The plan of an API, unless it is none or a shared one, which is made later."""
    auth = sam.get("Auth")
    plan = auth.pair("UsagePlan") if isinstance(auth, Mapping) else None
    if plan is None or not isinstance(plan.value, Mapping):
        return
    wanted = plan.value.get("CreateUsagePlan")
    kind = texts(wanted) if wanted is not None else None
    written = Sam(sam.name, plan.key, plan.value).taken(*_PLAN)
    if kind == "SHARED":
        plans.owners.append(sam)
        plans.stages.append(stage)
        plans.shape.update(written)
        plans.at = plans.at or plan.key
    elif kind == "PER_API":
        yield from _made(sam.name, written, [(sam.name, stage)], plan.key)


def _made(start: str, written: dict[str, Shape], apis: list[tuple[str, str]], at: Scalar) -> Iterator[Made]:
    stages: list[Shape] = [{"ApiId": ref(api), "Stage": ref(stage)} for api, stage in apis]
    keys: list[Shape] = [{"RestApiId": ref(api), "StageName": ref(stage)} for api, stage in apis]
    plan, key = f"{start}UsagePlan", f"{start}ApiKey"
    yield Made(plan, "AWS::ApiGateway::UsagePlan", mapping_of({"ApiStages": stages, **written}, at), at)
    yield Made(key, "AWS::ApiGateway::ApiKey", mapping_of({"Enabled": True, "StageKeys": keys}, at), at)
    bound: dict[str, Shape] = {"KeyId": ref(key), "KeyType": "API_KEY", "UsagePlanId": ref(plan)}
    yield Made(f"{start}UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", mapping_of(bound, at), at)

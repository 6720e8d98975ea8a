"""What a GraphQL API of SAM is made of: data sources with their roles, functions and resolvers, and the permission of authorizers."""

from collections.abc import Iterator

from obslint.cloudformation.sam_connectors import Connection, connect
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, get_att, mapping_of, members, ref, role
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, elements, text_of

_TABLE = "arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}"
_FUNCTION = ("Description", "MaxBatchSize", "Name")


def expand_sources(sam: Sam) -> Iterator[Made]:
    """Everything below the API."""
    listed = sam.get("DataSources")
    sources = listed if isinstance(listed, Mapping) else mapping_of({}, sam.key)
    for pair in members(sources.get("DynamoDb")):
        yield from _source(sam, pair, "DynamoDB")
    for pair in members(sources.get("Lambda")):
        yield from _source(sam, pair, "Lambda")
    for number, arn in enumerate(_authorizers(sam.get("Auth")), 1):
        source: dict[str, Shape] = {"Type": "AWS::AppSync::GraphQLApi", "Arn": ref(sam.name), "ResourceId": get_att(sam.name, "ApiId")}
        yield from _connected(f"{sam.name}ToLambdaAuthConnector{number}", sam.key, source, "AWS::Lambda::Function", arn, ("Write",))
    names = {pair.key.text: f"{sam.name}{pair.key.text}{kind}DataSource" for kind, pair in _named(sources)}
    functions = members(sam.get("Functions"))
    for pair in functions:
        yield from _function(sam, pair, names)
    for type_pair in members(sam.get("Resolvers")):
        for pair in members(type_pair.value):
            yield _resolver(sam, type_pair.key.text, pair, {found.key.text: found.value for found in functions})
    yield from _nothing(sam, functions)


def _named(sources: Mapping) -> Iterator[tuple[str, Pair]]:
    for word, kind in (("DynamoDb", "DynamoDB"), ("Lambda", "Lambda")):
        for pair in members(sources.get(word)):
            yield kind, pair


def _authorizers(auth: Node | None) -> Iterator[Node]:
    """The ARNs of functions that say who may use the API."""
    found = [auth, *(elements(auth.get("Additional")) if isinstance(auth, Mapping) else [])]
    for one in found:
        config = one.get("LambdaAuthorizer") if isinstance(one, Mapping) else None
        arn = config.get("AuthorizerUri") if isinstance(config, Mapping) else None
        if arn is not None:
            yield arn


def _connected(name: str, at: Scalar, source: dict[str, Shape], kind: str, arn: Shape, words: tuple[str, ...]) -> Iterator[Made]:
    """As a connector between two would."""
    end = mapping_of({"Type": kind, "Arn": arn}, at)
    made, _ = connect(Connection(name, at, mapping_of(source, at), end, words), {})
    yield from made


def _source(sam: Sam, pair: Pair, kind: str) -> Iterator[Made]:
    """A data source and, unless one is named, its role."""
    given = Sam(sam.name, pair.key, pair.value if isinstance(pair.value, Mapping) else mapping_of({}, pair.key))
    name = f"{sam.name}{pair.key.text}{kind}DataSource"
    shape: dict[str, Shape] = {"ApiId": get_att(sam.name, "ApiId"), "Name": pair.key.text, **given.taken("Name", "Description")}
    shape["ServiceRoleArn"] = given.pair("ServiceRoleArn") or get_att(f"{name}Role", "Arn")
    if kind == "Lambda":
        shape.update({"Type": "AWS_LAMBDA", "LambdaConfig": given.taken(FunctionArn="LambdaFunctionArn")})
    else:
        config: dict[str, Shape] = {"AwsRegion": ref("AWS::Region"), **given.taken("TableName", "UseCallerCredentials", "Versioned")}
        config.update(given.taken(Region="AwsRegion", DeltaSync="DeltaSyncConfig"))
        shape.update({"Type": "AMAZON_DYNAMODB", "DynamoDBConfig": config})
    yield Made(name, "AWS::AppSync::DataSource", mapping_of(shape, pair.key), pair.key)
    if given.get("ServiceRoleArn") is None:
        yield Made(f"{name}Role", "AWS::IAM::Role", mapping_of(role("appsync.amazonaws.com", [], []), pair.key), pair.key)
        yield from _allowed(given, pair, name, kind)


def _allowed(given: Sam, pair: Pair, name: str, kind: str) -> Iterator[Made]:
    source: dict[str, Shape] = {"Type": "AWS::AppSync::DataSource", "Arn": ref(name), "RoleName": ref(f"{name}Role")}
    if kind == "Lambda":
        arn: Shape = given.get("FunctionArn") or computed(pair.value)
        yield from _connected(f"{name}ToLambdaConnector", pair.key, source, "AWS::Lambda::Function", arn, ("Write",))
        return
    inner: dict[str, Shape] = {"__TableName__": given.get("TableName") or "", "__Region__": given.get("Region") or ref("AWS::Region")}
    table: Shape = given.get("TableArn") or {"Fn::Sub": [_TABLE, inner]}
    words = tuple(text for item in elements(given.get("Permissions")) if (text := text_of(item))) or ("Read", "Write")
    yield from _connected(f"{name}ToTableConnector", pair.key, source, "AWS::DynamoDB::Table", table, words)


def _is_none(node: Node | None) -> bool:
    return (text_of(node) or "").lower() == "none"


def _function(sam: Sam, pair: Pair, names: dict[str, str]) -> Iterator[Made]:
    given = Sam(sam.name, pair.key, pair.value if isinstance(pair.value, Mapping) else mapping_of({}, pair.key))
    if given.get("Id") is not None:
        return
    shape: dict[str, Shape] = {"ApiId": get_att(sam.name, "ApiId"), "Name": pair.key.text, **given.taken(*_FUNCTION)}
    shape.update(given.taken(InlineCode="Code", CodeUri="CodeS3Location", Sync="SyncConfig"))
    shape.update(_runtime(given))
    source = given.get("DataSource")
    known = f"{sam.name}NoneDataSource" if _is_none(source) else names.get(text_of(source) or "")
    shape["DataSourceName"] = get_att(known, "Name") if known else source if source is not None else computed(pair.value)
    yield Made(f"{sam.name}{pair.key.text}", "AWS::AppSync::FunctionConfiguration", mapping_of(shape, pair.key), pair.key)


def _runtime(given: Sam) -> dict[str, Shape]:
    runtime = given.get("Runtime")
    moved: dict[str, Shape] = {("RuntimeVersion" if pair.key.text == "Version" else pair.key.text): pair for pair in members(runtime)}
    return {"Runtime": moved} if moved else {}


def _resolver(sam: Sam, kind: str, pair: Pair, functions: dict[str, Node]) -> Made:
    given = Sam(sam.name, pair.key, pair.value if isinstance(pair.value, Mapping) else mapping_of({}, pair.key))
    shape: dict[str, Shape] = {"ApiId": get_att(sam.name, "ApiId"), "TypeName": kind, "FieldName": pair.key.text, "Kind": "PIPELINE"}
    shape.update(given.taken("FieldName", "MaxBatchSize", InlineCode="Code", CodeUri="CodeS3Location", Caching="CachingConfig"))
    shape.update(_runtime(given))
    if not shape.keys() & {"Code", "CodeS3Location"}:
        shape.update({"Code": computed(sam.name), "Runtime": {"Name": "APPSYNC_JS", "RuntimeVersion": "1.0.0"}})
    ids: list[Shape] = []
    for item in elements(given.get("Pipeline")):
        body = functions.get(text_of(item) or "")
        written = body.get("Id") if isinstance(body, Mapping) else None
        ids.append(written if written is not None else get_att(f"{sam.name}{text_of(item)}", "FunctionId"))
    shape["PipelineConfig"] = {"Functions": ids}
    return Made(f"{sam.name}{kind}{pair.key.text}", "AWS::AppSync::Resolver", mapping_of(shape, pair.key), pair.key)


def _nothing(sam: Sam, functions: list[Pair]) -> Iterator[Made]:
    """The data source of functions that use none."""
    using = [pair for pair in functions if isinstance(pair.value, Mapping) and _is_none(pair.value.get("DataSource"))]
    if using:
        name = f"{sam.name}NoneDataSource"
        shape: dict[str, Shape] = {"ApiId": get_att(sam.name, "ApiId"), "Name": name, "Type": "NONE"}
        yield Made(name, "AWS::AppSync::DataSource", mapping_of(shape, using[0].key), using[0].key)

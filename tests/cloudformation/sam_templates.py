"""SAM templates for comparison with SAM's own translator: one construct or combination each."""

_F = "Handler: a.b, Runtime: python3.12, CodeUri: s3://b/k"


def _function(more: str = "", rest: str = "", attributes: str = "") -> str:
    return f"Resources:\n  F: {{Type: AWS::Serverless::Function, {attributes}Properties: {{{_F}{more}}}}}\n{rest}"


def _event(kind: str, properties: str, rest: str = "", more: str = "") -> str:
    return _function(f", Events: {{E: {{Type: {kind}, Properties: {{{properties}}}}}}}{more}", rest)


def _api(properties: str, kind: str = "Api") -> str:
    return f"Resources:\n  A: {{Type: AWS::Serverless::{kind}, Properties: {{DefinitionUri: s3://b/k, {properties}}}}}\n"


_C = "Conditions: {C: !Equals [!Ref 'AWS::Region', x], D: !Equals [!Ref 'AWS::Region', y]}\n"
_MACHINE = "DefinitionUri: s3://b/k"
_DOMAIN = "Domain: {DomainName: a.example.com, CertificateArn: arn:c"

TEMPLATES = {
    "a function": _function(),
    "tracing": _function(", Tracing: Active"),
    "tracing that is off": _function(", Tracing: Disabled"),
    "tracing by a parameter": "Parameters: {T: {Type: String, Default: Disabled}}\n" + _function(", Tracing: !Ref T"),
    "a network": _function(", VpcConfig: {SubnetIds: [s], SecurityGroupIds: [g]}"),
    "log settings": _function(", LoggingConfig: {LogFormat: JSON, LogGroup: !Ref G}", "  G: {Type: AWS::Logs::LogGroup}\n"),
    "a durable function": _function(", DurableConfig: {ExecutionTimeout: 60}"),
    "a dead letter queue": _function(", DeadLetterQueue: {Type: SQS, TargetArn: arn:q}"),
    "a dead letter topic": _function(", DeadLetterQueue: {Type: SNS, TargetArn: !Ref T}", "  T: {Type: AWS::SNS::Topic}\n"),
    "policies": _function(
        ", Policies: [AWSLambdaSQSQueueExecutionRole, arn:aws:iam::aws:policy/X, {Statement: [{Effect: Allow, Action: 's3:*', "
        "Resource: '*'}]}, CloudWatchLambdaInsightsExecutionRolePolicy]"
    ),
    "a policy template": _function(", Policies: [{SQSPollerPolicy: {QueueName: !GetAtt Q.QueueName}}, {CloudWatchPutMetricPolicy: {}}]",
                                   "  Q: {Type: AWS::SQS::Queue}\n"),
    "policies by a condition": _C + _function(", Policies: [!If [C, AmazonDynamoDBFullAccess, !Ref 'AWS::NoValue']]"),
    "a policy template by a condition": _C + _function(
        ", Policies: [!If [C, {SQSPollerPolicy: {QueueName: q}}, {SQSSendMessagePolicy: {QueueName: q}}]]"
    ),
    "a role": _function(", Role: arn:aws:iam::1:role/r"),
    "a role by a condition": _C + _function(", Role: !If [C, arn:aws:iam::1:role/r, !Ref 'AWS::NoValue']"),
    "a role on the other side": _C + _function(", Role: !If [C, !Ref 'AWS::NoValue', arn:aws:iam::1:role/r]"),
    "a condition": _C + _function(", Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}", attributes="Condition: C, "),
    "a public url": _function(", FunctionUrlConfig: {AuthType: NONE, Cors: {AllowOrigins: ['*']}}"),
    "a url of an alias": _function(", AutoPublishAlias: live, FunctionUrlConfig: {AuthType: AWS_IAM}"),
    "an alias with signs": _function(", AutoPublishAlias: my-live_one"),
    "an alias by a parameter": "Parameters: {P: {Type: String, Default: live}}\n" + _function(", AutoPublishAlias: !Ref P"),
    "a gradual deployment": _function(
        ", AutoPublishAlias: live, DeploymentPreference: {Type: Canary10Percent5Minutes, Alarms: [!Ref A]}",
        "  A: {Type: AWS::CloudWatch::Alarm, Properties: {}}\n",
    ),
    "a deployment with a role": _function(", AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce, Role: arn:r}"),
    "no deployment": _function(", AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce, Enabled: false}"),
    "destinations that SAM makes": _function(
        ", EventInvokeConfig: {MaximumRetryAttempts: 1, DestinationConfig: {OnSuccess: {Type: SQS}, OnFailure: {Type: SNS}}}"
    ),
    "destinations that exist": _function(
        ", EventInvokeConfig: {DestinationConfig: {OnSuccess: {Type: EventBridge, Destination: arn:b}, "
        "OnFailure: {Type: Lambda, Destination: arn:f}}}"
    ),
    "a destination by a condition": _C + _function(
        ", EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !If [C, arn:q, !Ref 'AWS::NoValue']}}}"
    ),
    "tags": _function(", Tags: {A: b}, PropagateTags: true, Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}"),
    "a schedule": _event("Schedule", "Schedule: rate(1 day), Enabled: false, Name: n, DeadLetterConfig: {Type: SQS}"),
    "a schedule of the scheduler": _event("ScheduleV2", "ScheduleExpression: rate(1 day), DeadLetterConfig: {Type: SQS}"),
    "a scheduler's queue": _event("ScheduleV2", "ScheduleExpression: rate(1 day), DeadLetterConfig: {Arn: arn:q}, OmitName: true"),
    "a rule": _event("EventBridgeRule", "Pattern: {source: [x]}, DeadLetterConfig: {Type: SQS, QueueLogicalId: Dead}, RuleName: n"),
    "a rule of an alias": _event("CloudWatchEvent", "Pattern: {source: [x]}, Input: x", more=", AutoPublishAlias: live"),
    "a topic": _event("SNS", "Topic: !Ref T, FilterPolicy: {a: [b]}", "  T: {Type: AWS::SNS::Topic}\n"),
    "a topic through a queue": _event("SNS", "Topic: !Ref T, SqsSubscription: true",
                                      "  T: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true}}\n"),
    "a topic through a known queue": _event("SNS", "Topic: arn:t, SqsSubscription: {QueueArn: arn:q, QueueUrl: 'http://q', BatchSize: 5}"),
    "a queue": _event("SQS", "Queue: arn:q, BatchSize: 5"),
    "a stream with a destination": _event(
        "Kinesis", "Stream: arn:s, StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: SQS, Destination: arn:q}}"
    ),
    "kafka": _event("MSK", "Stream: arn:s, StartingPosition: LATEST, Topics: [t], ConsumerGroupId: g"),
    "a broker": _event("MQ", "Broker: arn:b, Queues: [q], SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: arn:s}]"),
    "a bucket": _event("S3", "Bucket: !Ref B, Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*']", "  B: {Type: AWS::S3::Bucket}\n"),
    "a user pool": _event("Cognito", "UserPool: !Ref U, Trigger: [PreSignUp, CustomMessage]", "  U: {Type: AWS::Cognito::UserPool}\n"),
    "a log group": _event("CloudWatchLogs", "LogGroupName: g, FilterPattern: x"),
    "the internet of things": _event("IoTRule", "Sql: select"),
    "alexa": _event("AlexaSkill", "SkillId: s"),
    "implicit": "Globals: {Api: {TracingEnabled: true, AccessLogSetting: {Format: x}}}\n" + _event("Api", "Path: '/a/{b}', Method: get"),
    "an API with a stage": _event("Api", "Path: /, Method: any, RestApiId: !Ref A",
                                  "  A: {Type: AWS::Serverless::Api, Properties: {StageName: my-stage}}\n"),
    "an implicit HTTP API": "Globals: {HttpApi: {AccessLogSettings: {Format: x}}}\n" + _function(
        ", Events: {A: {Type: HttpApi}, B: {Type: HttpApi, Properties: {Path: /b, Method: post}}}"
    ),
    "settings of a route": _event(
        "HttpApi", "Path: /a, Method: get, ApiId: !Ref A, RouteSettings: {LoggingLevel: INFO, DetailedMetricsEnabled: true}",
        "  A: {Type: AWS::Serverless::HttpApi, Properties: {StageName: live, RouteSettings: {GET /a: {DataTraceEnabled: true}}}}\n",
    ),
    "two conditions of an implicit API": _C + "Resources:\n" + "".join(
        f"  {name}: {{Type: AWS::Serverless::Function, Condition: {condition}, Properties: {{{_F}, Events: {{E: {{Type: Api, "
        f"Properties: {{Path: /{name}, Method: get}}}}}}}}}}\n"
        for name, condition in (("F", "C"), ("G", "D"))
    ),
    "settings of an API": _api(
        "StageName: live, TracingEnabled: true, MethodSettings: [{LoggingLevel: INFO, ResourcePath: '/*', HttpMethod: '*'}], "
        "AccessLogSetting: {DestinationArn: arn:g, Format: x}, EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [v]}, Tags: {A: b}"
    ),
    "a stage by a parameter": "Parameters: {P: {Type: String, Default: live}}\n" + _api("StageName: !Ref P"),
    "an API's domain": _api(f"StageName: live, {_DOMAIN}, BasePath: [one, two], Route53: {{HostedZoneId: Z1, IpV6: true}}}}"),
    "a private domain": _api(f"StageName: live, {_DOMAIN}, EndpointConfiguration: PRIVATE, AccessAssociation: {{VpcEndpointId: v}}}}"),
    "an HTTP domain": _api(f"StageName: live, {_DOMAIN}, EndpointConfiguration: REGIONAL, Route53: {{HostedZoneName: example.com.}}}}",
                                 "HttpApi"),
    "a usage plan": "Resources:\n  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: live\n"
                    "      Auth: {ApiKeyRequired: true, UsagePlan: {CreateUsagePlan: PER_API, Description: d}}\n",
    "a shared usage plan": "Resources:\n" + "".join(
        f"  {name}: {{Type: AWS::Serverless::Api, Properties: {{StageName: live, Auth: {{UsagePlan: {{CreateUsagePlan: SHARED}}}}}}}}\n"
        for name in "AB"
    ),
    "an authorizer": "Resources:\n  A: {Type: AWS::Serverless::Api, Properties: {StageName: live, Auth: {Authorizers: "
                     "{Mine: {FunctionArn: arn:f}}}}}\n",
    "a web socket": "Resources:\n  W: {Type: AWS::Serverless::WebSocketApi, Properties: {RouteSelectionExpression: x, StageName: live, "
                    "AccessLogSettings: {Format: x}, Routes: {$connect: {FunctionArn: arn:f}, send: {FunctionArn: arn:f}}}}\n",
    "a state machine": f"Resources:\n  M: {{Type: AWS::Serverless::StateMachine, Properties: {{{_MACHINE}, Logging: {{Level: ALL}}, "
                       "Tracing: {Enabled: true}, Policies: [{LambdaInvokePolicy: {FunctionName: f}}], Events: {E: {Type: Schedule, "
                       "Properties: {Schedule: rate(1 day), DeadLetterConfig: {Type: SQS}}}}}}\n",
    "a state machine's alias": f"Resources:\n  M: {{Type: AWS::Serverless::StateMachine, Properties: {{{_MACHINE}, AutoPublishAlias: live, "
                            "UseAliasAsEventTarget: true, Events: {E: {Type: EventBridgeRule, Properties: {Pattern: {source: [x]}}}}}}\n",
    "an express machine": f"Resources:\n  M: {{Type: AWS::Serverless::StateMachine, Properties: {{{_MACHINE}, Type: EXPRESS, "
                                            "Role: arn:aws:iam::1:role/r, Events: {E: {Type: ScheduleV2, Properties: "
                                            "{ScheduleExpression: rate(1 day)}}}}}\n",
    "a table": "Resources:\n  T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: k, Type: Number}, "
               "SSESpecification: {SSEEnabled: true}, Tags: {A: b}}}\n  U: {Type: AWS::Serverless::SimpleTable}\n",
    "a layer": "Resources:\n  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: s3://b/k, Description: d}}\n",
    "a connector": _function("", "  T: {Type: AWS::DynamoDB::Table, Properties: {}}\n  X: {Type: AWS::Serverless::Connector, Properties: {"
                                 "Source: {Id: F}, Destination: {Id: T}, Permissions: [Read, Write]}}\n"),
    "a connector in a resource": "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Connectors:\n      X: {Properties: {Destination: "
                                 "[{Id: Q}, {Id: F}], Permissions: [Write]}}\n  Q: {Type: AWS::SQS::Queue}\n"
                                 f"  F: {{Type: AWS::Serverless::Function, Properties: {{{_F}}}}}\n",
    "graph": "Resources:\n  G: {Type: AWS::Serverless::GraphQLApi, Properties: {SchemaInline: x, Auth: {Type: AWS_IAM}, XrayEnabled: true, "
               "DataSources: {Lambda: {S: {FunctionArn: arn:f}}}, Cache: {ApiCachingBehavior: x, Type: y, Ttl: 1}}}\n",
    "a silent graph": "Resources:\n  G: {Type: AWS::Serverless::GraphQLApi, Properties: {SchemaInline: x, Auth: {Type: AWS_IAM}, "
                                 "Logging: false}}\n",
    "globals": "Globals: {Function: {Timeout: 3, Tracing: Active, Layers: [arn:a], Environment: {Variables: {A: x, B: x}}, Tags: {A: b}}}\n"
               + _function(", Timeout: 5, Layers: [arn:b], Environment: {Variables: {B: y}}"),
    "functions in globals": _C + "Globals: {Function: {MemorySize: !If [C, 128, 256], Environment: {Variables: {R: !Ref 'AWS::Region'}}}}\n"
                             + _function(", Environment: {Variables: {S: !Sub '${AWS::StackName}'}}"),
    "globals that are ignored": "Globals: {Function: {Timeout: 3, Tracing: Active}}\n" + _function(attributes="IgnoreGlobals: [Tracing], "),
    "a provider": "Resources:\n  P: {Type: AWS::Serverless::CapacityProvider, Properties: {VpcConfig: {SubnetIds: [s]}, "
                  "ScalingConfig: {MaxVCpuCount: 4}}}\n",
}  # fmt: skip

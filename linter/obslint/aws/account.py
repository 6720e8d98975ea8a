"""What is declared for an account as a whole, as opposed to a workload in it."""

from obslint.aws.view import View, attribute, reference


class AccountSetting(
    View,
    terraform="aws_iam_account_password_policy|aws_iam_account_alias|aws_account_primary_contact|aws_account_alternate_contact"
    "|aws_s3_account_public_access_block|aws_ebs_encryption_by_default|aws_organizations_organization|aws_budgets_budget"
    "|aws_ce_anomaly_monitor|aws_ce_anomaly_subscription|aws_cloudtrail|aws_config_configuration_recorder|aws_guardduty_detector"
    "|aws_securityhub_account|aws_accessanalyzer_analyzer|aws_inspector2_enabler|aws_macie2_account|aws_detective_graph",
    cloudformation="AWS::Organizations::Organization|AWS::Budgets::Budget|AWS::CE::AnomalyMonitor|AWS::CE::AnomalySubscription"
    "|AWS::CloudTrail::Trail|AWS::Config::ConfigurationRecorder|AWS::GuardDuty::Detector|AWS::SecurityHub::Hub"
    "|AWS::AccessAnalyzer::Analyzer|AWS::Macie::Session|AWS::Detective::Graph",
):
    """A resource of which an account has one or a few, so that code that declares it looks after the account."""


class AccountBaseline(View, terraform="|".join(AccountSetting.terraform)):
    """The same, in the dialect that can also write contacts."""


class AlternateContact(View, terraform="aws_account_alternate_contact"):
    """Whom AWS writes to beside the owner of the account."""

    kind = attribute("alternate_contact_type", None)
    name = attribute("name", None)
    title = attribute("title", None)
    email = attribute("email_address", None)
    phone = attribute("phone_number", None)


class ResponsePlan(View, terraform="aws_ssmincidents_response_plan", cloudformation="AWS::SSMIncidents::ResponsePlan"):
    """Who joins an incident, and where."""

    name = attribute("name", "Name")
    title = attribute("incident_template.title", "IncidentTemplate.Title")
    impact = attribute("incident_template.impact", "IncidentTemplate.Impact")


class MonitoringSink(View, terraform="aws_oam_sink", cloudformation="AWS::Oam::Sink"):
    """Where a monitoring account takes in the telemetry of others."""


class MonitoringLink(View, terraform="aws_oam_link", cloudformation="AWS::Oam::Link"):
    """Shows the telemetry of an account in the monitoring account."""

    label_template = attribute("label_template", "LabelTemplate")
    resource_types = attribute("resource_types", "ResourceTypes")
    sink = reference("sink_identifier", "SinkIdentifier")


class Workload(
    View,
    terraform="aws_lambda_function|aws_ecs_service|aws_eks_cluster|aws_instance|aws_autoscaling_group|aws_apprunner_service"
    "|aws_batch_compute_environment|aws_sfn_state_machine|aws_elastic_beanstalk_environment",
    cloudformation="AWS::Lambda::Function|AWS::Serverless::Function|AWS::ECS::Service|AWS::EKS::Cluster|AWS::EC2::Instance"
    "|AWS::AutoScaling::AutoScalingGroup|AWS::AppRunner::Service|AWS::Batch::ComputeEnvironment|AWS::StepFunctions::StateMachine"
    "|AWS::ElasticBeanstalk::Environment",
):
    """Something that runs the code of a team."""

# A resource of every kind that has recommended alarms, with no more than what terraform validate asks for.

resource "aws_lb" "it" {
  name    = "it"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "packets" {
  name               = "packets"
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "gateway" {
  name               = "gateway"
  load_balancer_type = "gateway"
  subnets            = ["subnet-1", "subnet-2"]
}

resource "aws_lb_listener" "it" {
  load_balancer_arn = aws_lb.it.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = aws_acm_certificate.it.arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.it.arn
  }
}

resource "aws_lb_target_group" "it" {
  name     = "it"
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"
}

resource "aws_elb" "it" {
  name = "it"

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_api_gateway_stage" "it" {
  rest_api_id   = aws_api_gateway_rest_api.it.id
  deployment_id = "it"
  stage_name    = "live"
}

resource "aws_api_gateway_rest_api" "it" {
  name = "it"
}

resource "aws_apigatewayv2_stage" "it" {
  api_id = aws_apigatewayv2_api.it.id
  name   = "live"
}

resource "aws_apigatewayv2_api" "it" {
  name          = "it"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_api" "socket" {
  name          = "socket"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_stage" "socket" {
  api_id = aws_apigatewayv2_api.socket.id
  name   = "socket"
}

resource "aws_lambda_function" "it" {
  function_name = "it"
  role          = "arn:aws:iam::123456789012:role/it"
  filename      = "it.zip"
}

resource "aws_sqs_queue" "it" {
  name = "it"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed" {
  name                      = "failed"
  message_retention_seconds = 1209600
}

resource "aws_sns_topic" "it" {
  name = "it"
}

resource "aws_dynamodb_table" "it" {
  name = "it"
}

resource "aws_db_instance" "it" {
  identifier     = "it"
  instance_class = "it"
}

resource "aws_rds_cluster" "it" {
  cluster_identifier = "it"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "it" {
  cluster_identifier = "it"
  engine             = "aurora-mysql"
  identifier         = "it"
  instance_class     = "it"
}

resource "aws_db_proxy" "it" {
  engine_family  = "MYSQL"
  name           = "it"
  role_arn       = "arn:aws:iam::123456789012:role/it"
  vpc_subnet_ids = ["it"]
  auth {
  }
}

resource "aws_elasticache_replication_group" "it" {
  description          = "it"
  replication_group_id = "it"
}

resource "aws_elasticache_cluster" "it" {
  cluster_id = "it"
  engine     = "redis"
}

resource "aws_elasticache_serverless_cache" "it" {
  engine = "it"
  name   = "it"
}

resource "aws_memorydb_cluster" "it" {
  acl_name  = "it"
  name      = "it"
  node_type = "it"
}

resource "aws_ecs_service" "it" {
  name            = "it"
  cluster         = aws_ecs_cluster.it.id
  task_definition = "it"
}

resource "aws_ecs_cluster" "it" {
  name = "it"
}

resource "aws_eks_cluster" "it" {
  name     = "it"
  role_arn = "arn:aws:iam::123456789012:role/it"
  vpc_config {
    subnet_ids = ["it"]
  }
}

resource "aws_instance" "it" {
  ami           = "ami-12345678"
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "it" {
  max_size             = 1
  min_size             = 1
  name                 = "it"
  launch_configuration = "it"
}

resource "aws_ebs_volume" "it" {
  availability_zone = "it"
  size              = 8
}

resource "aws_nat_gateway" "it" {
  subnet_id = "it"
}

resource "aws_cloudfront_distribution" "it" {
  enabled = true
  default_cache_behavior {
    allowed_methods        = ["it"]
    cached_methods         = ["it"]
    target_origin_id       = "it"
    viewer_protocol_policy = "https-only"
  }
  origin {
    domain_name = "it"
    origin_id   = "it"
  }
  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
  viewer_certificate {
  }
}

resource "aws_cloudfront_function" "it" {
  code    = "it"
  name    = "it"
  runtime = "cloudfront-js-2.0"
}

resource "aws_s3_bucket_metric" "it" {
  bucket = "it"
  name   = "it"
}

resource "aws_s3_bucket" "it" {
}

resource "aws_s3control_object_lambda_access_point" "it" {
  name = "it"

  configuration {
    supporting_access_point = "arn:aws:s3:eu-west-1:123456789012:accesspoint/it"

    transformation_configuration {
      actions = ["GetObject"]

      content_transformation {
        aws_lambda {
          function_arn = aws_lambda_function.it.arn
        }
      }
    }
  }
}

resource "aws_sfn_state_machine" "it" {
  definition = "it"
  role_arn   = "arn:aws:iam::123456789012:role/it"
}

resource "aws_kinesis_stream" "it" {
  name = "it"
}

resource "aws_kinesis_firehose_delivery_stream" "it" {
  name        = "it"
  destination = "extended_s3"

  extended_s3_configuration {
    bucket_arn = aws_s3_bucket.it.arn
    role_arn   = "arn:aws:iam::123456789012:role/it"
  }
}

resource "aws_cloudwatch_event_rule" "it" {
  name                = "it"
  schedule_expression = "rate(1 hour)"
}

resource "aws_scheduler_schedule_group" "it" {
  name = "it"
}

resource "aws_pipes_pipe" "it" {
  name     = "it"
  role_arn = "arn:aws:iam::123456789012:role/it"
  source   = "arn:aws:sqs:eu-west-1:123456789012:it"
  target   = "arn:aws:sqs:eu-west-1:123456789012:it"
}

resource "aws_opensearch_domain" "it" {
  domain_name = "search"
}

resource "aws_opensearchserverless_collection" "it" {
  name = "search"
}

resource "aws_msk_cluster" "it" {
  cluster_name           = "it"
  kafka_version          = "it"
  number_of_broker_nodes = 1
  broker_node_group_info {
    client_subnets  = ["it"]
    instance_type   = "it"
    security_groups = ["it"]
  }
}

resource "aws_mskconnect_connector" "it" {
  name                       = "it"
  kafkaconnect_version       = "2.7.1"
  service_execution_role_arn = "arn:aws:iam::123456789012:role/it"
  connector_configuration    = {}

  capacity {
    provisioned_capacity {
      worker_count = 1
    }
  }

  kafka_cluster {
    apache_kafka_cluster {
      bootstrap_servers = "it"

      vpc {
        security_groups = ["sg-1"]
        subnets         = ["subnet-1"]
      }
    }
  }

  kafka_cluster_client_authentication {}

  kafka_cluster_encryption_in_transit {}

  plugin {
    custom_plugin {
      arn      = "arn:aws:kafkaconnect:eu-west-1:123456789012:custom-plugin/it/1"
      revision = 1
    }
  }
}

resource "aws_mq_broker" "it" {
  broker_name        = "it"
  engine_type        = "RabbitMQ"
  engine_version     = "it"
  host_instance_type = "it"
  user {
    password = "correct-horse-battery"
    username = "it"
  }
}

resource "aws_redshift_cluster" "it" {
  cluster_identifier = "it"
  node_type          = "it"
}

resource "aws_redshiftserverless_workgroup" "it" {
  namespace_name = "it"
  workgroup_name = "it"
}

resource "aws_efs_file_system" "it" {
}

resource "aws_fsx_lustre_file_system" "it" {
  subnet_ids = ["it"]
}

resource "aws_fsx_windows_file_system" "it" {
  subnet_ids          = ["it"]
  throughput_capacity = 8
}

resource "aws_fsx_openzfs_file_system" "it" {
  deployment_type     = "SINGLE_AZ_1"
  subnet_ids          = ["it"]
  throughput_capacity = 64
}

resource "aws_fsx_ontap_file_system" "it" {
  deployment_type     = "SINGLE_AZ_1"
  preferred_subnet_id = "it"
  storage_capacity    = 1024
  subnet_ids          = ["it"]
  throughput_capacity = 128
}

resource "aws_route53_health_check" "it" {
  type = "HTTPS"
  fqdn = "acme.org"
  port = 443
}

resource "aws_acm_certificate" "it" {
  domain_name = "acme.org"
}

resource "aws_wafv2_web_acl" "it" {
  scope = "REGIONAL"
  default_action {
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "it"
    sampled_requests_enabled   = true
  }
}

resource "aws_cognito_user_pool_client" "it" {
  name         = "it"
  user_pool_id = aws_cognito_user_pool.it.id
}

resource "aws_cognito_user_pool" "it" {
  name = "it"
}

resource "aws_backup_vault" "it" {
  name = "it"
}

resource "aws_glue_job" "it" {
  name     = "it"
  role_arn = "arn:aws:iam::123456789012:role/it"
  command {
    script_location = "it"
  }
}

resource "aws_sesv2_configuration_set" "it" {
  configuration_set_name = "it"
}

resource "aws_transfer_server" "it" {
}

resource "aws_synthetics_canary" "it" {
  artifact_s3_location = "it"
  execution_role_arn   = "arn:aws:iam::123456789012:role/it"
  handler              = "it"
  name                 = "it"
  runtime_version      = "it"
  schedule {
    expression = "it"
  }
}

resource "aws_cloudwatch_log_group" "it" {
  name = "it"
}

resource "aws_budgets_budget" "it" {
  budget_type = "COST"
  name        = "it"
  time_unit   = "MONTHLY"
}

resource "aws_globalaccelerator_accelerator" "it" {
  name = "it"
}

resource "aws_vpn_connection" "it" {
  customer_gateway_id = "it"
  type                = "ipsec.1"
}

resource "aws_dx_connection" "it" {
  bandwidth = "1Gbps"
  location  = "it"
  name      = "it"
}

resource "aws_ec2_transit_gateway" "it" {
}

resource "aws_vpc_endpoint" "it" {
  vpc_id = "it"
}

resource "aws_vpc_endpoint_service" "it" {
  acceptance_required = true
}

resource "aws_ec2_client_vpn_endpoint" "it" {
  server_certificate_arn = aws_acm_certificate.it.arn
  client_cidr_block      = "10.0.0.0/16"

  authentication_options {
    type                       = "certificate-authentication"
    root_certificate_chain_arn = aws_acm_certificate.it.arn
  }

  connection_log_options {
    enabled = false
  }
}

resource "aws_appsync_graphql_api" "it" {
  authentication_type = "API_KEY"
  name                = "it"
}

resource "aws_apprunner_service" "it" {
  service_name = "it"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/it/it:latest"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "it" {
  application = "it"
  name        = "it"
}

resource "aws_amplify_app" "it" {
  name = "it"
}

resource "aws_sagemaker_endpoint" "it" {
  endpoint_config_name = "it"
  name                 = "it"
}

resource "aws_kinesisanalyticsv2_application" "it" {
  name                   = "it"
  runtime_environment    = "FLINK-1_20"
  service_execution_role = "arn:aws:iam::123456789012:role/it"
}

resource "aws_emr_cluster" "it" {
  name          = "it"
  release_label = "it"
  service_role  = "arn:aws:iam::123456789012:role/it"
}

resource "aws_emrserverless_application" "it" {
  name          = "it"
  release_label = "it"
  type          = "it"
}

resource "aws_docdb_cluster" "it" {
  cluster_identifier = "it"
}

resource "aws_neptune_cluster" "it" {
  cluster_identifier = "it"
}

resource "aws_dax_cluster" "it" {
  cluster_name       = "it"
  iam_role_arn       = "arn:aws:iam::123456789012:role/it"
  node_type          = "it"
  replication_factor = 1
}

resource "aws_keyspaces_table" "it" {
  keyspace_name = "it"
  table_name    = "it"
  schema_definition {
    column {
      name = "it"
      type = "it"
    }
    partition_key {
      name = "it"
    }
  }
}

resource "aws_dms_replication_task" "it" {
  migration_type           = "cdc"
  replication_instance_arn = "arn:aws:iam::123456789012:role/it"
  replication_task_id      = "it"
  source_endpoint_arn      = "arn:aws:iam::123456789012:role/it"
  table_mappings           = jsonencode({})
  target_endpoint_arn      = "arn:aws:iam::123456789012:role/it"
}

resource "aws_dms_replication_instance" "it" {
  replication_instance_class = "it"
  replication_instance_id    = "it"
}

resource "aws_codebuild_project" "it" {
  name         = "it"
  service_role = "arn:aws:iam::123456789012:role/it"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type      = "GITHUB"
    location  = "https://github.com/acme/it.git"
    buildspec = "buildspec.yml"
  }
}

resource "aws_mwaa_environment" "it" {
  dag_s3_path        = "it"
  execution_role_arn = "arn:aws:iam::123456789012:role/it"
  name               = "it"
  source_bucket_arn  = "arn:aws:iam::123456789012:role/it"
  network_configuration {
    security_group_ids = ["it"]
    subnet_ids         = ["subnet-1", "subnet-2"]
  }
}

resource "aws_workspaces_workspace" "it" {
  bundle_id    = "it"
  directory_id = "it"
  user_name    = "it"
}

resource "aws_kms_key" "it" {
}

resource "aws_acmpca_certificate_authority" "it" {
  certificate_authority_configuration {
    key_algorithm     = "RSA_2048"
    signing_algorithm = "SHA256WITHRSA"
    subject {
    }
  }
}

resource "aws_shield_protection" "it" {
  name         = "it"
  resource_arn = "arn:aws:iam::123456789012:role/it"
}

resource "aws_iot_topic_rule" "it" {
  enabled     = true
  name        = "it"
  sql         = "it"
  sql_version = "it"
}

resource "aws_bedrock_provisioned_model_throughput" "it" {
  model_arn              = "arn:aws:iam::123456789012:role/it"
  model_units            = 1
  provisioned_model_name = "it"
}

resource "aws_rum_app_monitor" "it" {
  name   = "it"
  domain = "acme.org"
}

resource "aws_vpclattice_service" "it" {
  name = "service"
}

resource "aws_cloudwatch_metric_stream" "it" {
  firehose_arn  = "arn:aws:iam::123456789012:role/it"
  name          = "it"
  output_format = "json"
  role_arn      = "arn:aws:iam::123456789012:role/it"
}

resource "aws_route53_resolver_endpoint" "it" {
  direction          = "INBOUND"
  security_group_ids = ["sg-1"]

  ip_address {
    subnet_id = "subnet-1"
  }

  ip_address {
    subnet_id = "subnet-2"
  }
}

resource "aws_prometheus_workspace" "it" {
}

resource "aws_connect_instance" "it" {
  identity_management_type = "CONNECT_MANAGED"
  inbound_calls_enabled    = true
  outbound_calls_enabled   = true
  instance_alias           = "it"
}


data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@acme.org"
}


module "network" {
  source   = "./modules/network"
  for_each = local.networks

  name      = "${local.name}-${each.key}"
  cidr      = each.value.cidr
  region    = var.region
  zones     = var.zones
  flow_logs = each.value.flow_logs
}

module "frontend" {
  source = "./modules/frontend"

  name            = local.name
  vpc_id          = module.network["shop"].vpc_id
  subnet_ids      = module.network["shop"].public_subnet_ids
  certificate_arn = var.certificate_arn
}

module "orders" {
  source = "./modules/orders"

  name               = local.name
  vpc_id             = module.network["shop"].vpc_id
  subnet_ids         = module.network["shop"].private_subnet_ids
  artifact_bucket    = var.artifact_bucket
  release            = var.release
  log_retention_days = var.log_retention_days
}

module "alerts" {
  source = "./modules/alerts"

  name            = local.name
  oncall_email    = var.oncall_email
  function_names  = module.orders.function_names
  queue_name      = module.orders.queue_name
  dead_queue_name = module.orders.dead_queue_name
  database_id     = module.orders.database_id
  balancer_suffix = module.frontend.balancer_suffix
}

module "audit" {
  source = "./modules/audit"

  name                  = local.name
  security_topic_arn    = module.alerts.security_topic_arn
  complaints_bucket_arn = module.frontend.complaints_bucket_arn
}

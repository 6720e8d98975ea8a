locals {
  name = "webshop-${var.environment}"

  networks = {
    shop  = { cidr = "10.20.0.0/16", flow_logs = true }
    tools = { cidr = "10.21.0.0/16", flow_logs = false } # build agents
  }

  tags = {
    Service     = "webshop"
    Environment = var.environment
    Owner       = "team-checkout"
  }
}

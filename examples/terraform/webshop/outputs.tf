output "shop_domain" {
  description = "Host name that the shop's DNS record points at."
  value       = module.frontend.domain
}

output "orders_endpoint" {
  description = "Base address of the orders API."
  value       = module.orders.endpoint
}

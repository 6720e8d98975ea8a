output "domain" {
  value = aws_cloudfront_distribution.shop.domain_name
}

output "balancer_suffix" {
  description = "The part of the load balancer's ARN that its metrics carry."
  value       = aws_lb.shop.arn_suffix
}

output "complaints_bucket_arn" {
  value = aws_s3_bucket.complaints.arn
}

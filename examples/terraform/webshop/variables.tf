variable "environment" {
  description = "Name of the environment: staging or production."
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "region" {
  description = "Home region of the shop."
  type        = string
  default     = "eu-central-1"
}

variable "zones" {
  description = "Availability zones, by the letter that ends their name."
  type        = list(string)
  default     = ["a", "b"]
}

variable "certificate_arn" {
  description = "Certificate of the load balancer. Issued by the domains stack."
  type        = string
}

variable "artifact_bucket" {
  description = "Bucket that the pipeline uploads function packages to."
  type        = string
}

variable "release" {
  description = "Version of the function packages."
  type        = string
  default     = "2026.11.2"
}

variable "log_retention_days" {
  description = "How long each function's log group keeps events."
  type        = map(number)
}

variable "oncall_email" {
  description = "Mailbox that opens an incident."
  type        = string
}

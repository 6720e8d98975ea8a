variable "name" {
  type = string
}

variable "security_topic_arn" {
  description = "Topic that the security team reads."
  type        = string
}

variable "complaints_bucket_arn" {
  description = "Bucket whose every access is recorded."
  type        = string
}

variable "retention_days" {
  description = "How long API calls stay searchable."
  type        = number
  default     = 365
}

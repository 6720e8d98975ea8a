variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "artifact_bucket" {
  type = string
}

variable "release" {
  type = string
}

variable "log_retention_days" {
  description = "Retention of each function's log group."
  type        = map(number)
}

variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "region" {
  type = string
}

variable "zones" {
  type = list(string)
}

variable "flow_logs" {
  description = "Whether the VPC records its traffic."
  type        = bool
  default     = true
}

variable "name" {
  type = string
}

variable "oncall_email" {
  type = string
}

variable "function_names" {
  description = "Functions to watch, by short name."
  type        = map(string)
}

variable "queue_name" {
  type = string
}

variable "dead_queue_name" {
  type = string
}

variable "database_id" {
  type = string
}

variable "balancer_suffix" {
  type = string
}

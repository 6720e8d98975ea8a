"""Logs of ECS tasks and clusters, and of EKS control planes."""

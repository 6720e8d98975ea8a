"""Roles, keys and attachments that telemetry of any kind needs, and services without a family of their own."""

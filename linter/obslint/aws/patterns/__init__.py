"""Filter patterns of CloudWatch Logs: read, written again, and asked whether they match an event."""

"""SNS topics and subscriptions on the way of alerts."""

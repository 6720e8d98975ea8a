"""EventBridge: rules, targets, schedules and pipes."""

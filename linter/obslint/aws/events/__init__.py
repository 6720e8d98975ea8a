"""EventBridge: rules, what they match, and where it goes."""

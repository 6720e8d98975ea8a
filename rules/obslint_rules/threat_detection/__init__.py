"""GuardDuty and other services that look for threats."""

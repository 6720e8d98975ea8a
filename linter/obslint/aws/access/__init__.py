"""Which services telemetry's buckets, keys, topics and roles let in."""

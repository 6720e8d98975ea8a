"""Log metric filters."""

"""Tags, runbooks and contacts."""

"""The price of telemetry, and alerts on spending."""

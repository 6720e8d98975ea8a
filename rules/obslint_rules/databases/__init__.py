"""RDS and the other databases."""

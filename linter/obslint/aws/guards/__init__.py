"""Policies: who may do what to which resource, as far as what is written tells."""

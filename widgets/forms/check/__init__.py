"""The readiness check's questions and result."""

"""The readiness check on paper."""

"""Answer codes, and views of the readiness check side by side."""

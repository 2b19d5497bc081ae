"""The plan's commitments."""

"""A template to fill in."""

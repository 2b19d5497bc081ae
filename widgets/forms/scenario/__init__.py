"""A story with decisions."""

"""A new lesson: made from templates to fill in, and joined into a course."""

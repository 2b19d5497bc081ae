"""The course for other systems: what they import, made from pages and course."""

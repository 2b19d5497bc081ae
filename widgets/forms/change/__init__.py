"""Stories before and after the course, and what changed in between."""

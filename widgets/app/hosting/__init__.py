"""Where organisations run the course: what README.md here names, each to be copied and changed."""

"""What the course is and what a response is worth: pure Python, nothing of Jupyter."""

"""The form: drawn by Python, woken by a few joined scripts."""

"""What every form is made of: questions, errors, feedback."""

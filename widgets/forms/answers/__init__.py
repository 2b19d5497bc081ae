"""All of a learner's answers: to keep in a file, to bring back, to forget."""

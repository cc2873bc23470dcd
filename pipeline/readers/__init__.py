"""From a file's bytes to its text."""

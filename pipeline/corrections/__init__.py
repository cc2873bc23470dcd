"""Corrections by a person: read from corrections.jsonl, found again by their words, replayed on every run."""

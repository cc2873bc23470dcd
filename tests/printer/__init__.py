"""Lays out our own texts as the files that a user brings: PDF by several makers, Word, web pages."""

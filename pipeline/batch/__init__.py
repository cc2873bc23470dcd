"""Many files: plan → journal → run (this machine or a cluster) → merge → report. Loaded for folders and -o only.

sources.py finds what is to be converted, journal.py remembers what became of it, pool.py keeps the worker processes, in which
convert.py turns a source into its output. run.py is the order of it all.
"""

"""The values that pass between the stages, and the document that comes out."""

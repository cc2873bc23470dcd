"""The page on which a person checks a document and corrects it, and the server that keeps the corrections."""

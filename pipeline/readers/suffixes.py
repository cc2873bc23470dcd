"""Names of files that a reader is there for; which one reads a file its first bytes say. A new reader adds its own here."""

PLAIN = (".txt", ".md", ".text")
"""Of plain text, in which any bytes may stand."""
SUFFIXES = (
    *PLAIN, ".pdf", ".ofd", ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt", ".fodt", ".html", ".htm", ".mht", ".mhtml", ".eml",
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp",
)  # fmt: skip
"""Of the files of a folder that are taken, in upper case too; a file that is named itself may have any suffix."""

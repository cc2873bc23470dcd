"""OpenDocument texts of a few lines, written out by hand: what LibreOffice writes, without what nobody reads."""

import zipfile
from io import BytesIO

MIME = "application/vnd.oasis.opendocument.text"
_NAMES = {"office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible"}
_SPACES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _NAMES.items())
_SPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'


def fodt(body: str, styles: str = "", *, common: str = "", master: str = "") -> bytes:
    """The same in one file."""
    parts = f"<office:styles>{common}</office:styles><office:automatic-styles>{styles}</office:automatic-styles><office:master-styles>{master}</office:master-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document {_SPACES} office:mimetype="{MIME}">{parts}{text}</office:document>'.encode()


def odt(body: str, styles: str = "", *, common: str = "", master: str = "", **parts: str) -> bytes:
    """A file with this body and its automatic styles; `common` styles and the `master` pages stand in a part of their own."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
        file.writestr("content.xml", f"<office:document-content {_SPACES}>{automatic}<office:body><office:text>{body}</office:text></office:body></office:document-content>")
        named = f"<office:styles>{common}</office:styles><office:master-styles>{master}</office:master-styles>"
        file.writestr("styles.xml", f"<office:document-styles {_SPACES}>{named}</office:document-styles>")
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def style(name: str, properties: str, *, family: str = "paragraph", parent: str = "") -> str:
    """A style; its properties are those of the paragraph, or of the text where it is one of text."""
    kind = "text" if family == "text" else "paragraph"
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{based}><style:{kind}-properties {properties}/></style:style>'

"""Web pages saved as one file (.mht, MHTML, RFC 2557) and letters (.eml, RFC 5322): the page, or the text, that stands in them first."""

from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from pipeline.errors import InputError
from pipeline.model.document import DocumentWarning
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.encoding import known
from pipeline.readers.text import read_text

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")


def read_mail(data: bytes, options: ReadOptions) -> RawText:
    """The page, or the plain text where there is none; files that are attached are named in warnings.

    Places of bytes are those of the page as it is decoded. InputError where there is neither.
    """
    letter, body = _opened(data)
    found = _read(body, options)
    return found._replace(warnings=(*found.warnings, *(_unread(part) for part in letter.walk() if _is_attached(part))))


def _opened(data: bytes) -> tuple[Message, Message]:
    """The letter, and the part of it that is read."""
    try:
        letter = message_from_bytes(data)
        body = _body(letter)
    except RecursionError:  # letters in letters in letters
        letter, body = Message(), None
    if body is None:
        raise InputError("the web archive or letter holds no page and no text; save what is attached to it as a file")
    return letter, body


def _body(part: Message) -> Message | None:
    """The first page or text; of several forms of the same text the last, which is the richest (RFC 2046, 5.1.4)."""
    if _is_attached(part):
        return None
    if not part.is_multipart():
        return part if part.get_content_type() in _TEXTS else None
    found = [body for inner in part.get_payload() if isinstance(inner, Message) and (body := _body(inner))]
    return found[-1 if part.get_content_subtype() == "alternative" else 0] if found else None


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _read(body: Message, options: ReadOptions) -> RawText:
    content = body.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    options = options._replace(encoding=options.encoding or known(body.get_content_charset()))
    if body.get_content_type() == "text/plain":
        return read_text(data, options)
    from pipeline.readers.html import read_html

    return read_html(data, options)


def _unread(part: Message) -> DocumentWarning:
    message = f"{_name(part)} is attached and was not read; save it as a file and read that"
    return DocumentWarning("attachment_unread", message)


def _name(part: Message) -> str:
    name = part.get_filename() or part.get_content_type()
    try:
        return str(make_header(decode_header(name)))
    except (LookupError, ValueError, HeaderParseError):
        return name

"""Names of files as a person reads them, whatever encoding the disk has them in."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


def readable(text: str) -> str:
    """The text with names in it that are no UTF-8 read as GB18030, in which Windows packs Chinese ones; as it is where that is none."""
    if text.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in text):
        return text
    import re

    return re.sub(r"[^/\s]*[\udc80-\udcff][^/\s]*", _read, text)


def _read(found: "re.Match[str]") -> str:
    try:
        return found[0].encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        return found[0]

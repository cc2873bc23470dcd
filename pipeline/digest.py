"""SHA-256 without OpenSSL: the interpreter's own, which loads 2 ms faster than hashlib does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the two modules below are private and have no types
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256  # Python 3.11
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256"]

"""Old Office files (.doc, .wps, .rtf): read by a program that is installed for it, antiword or LibreOffice."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence

from pipeline.errors import DependencyError, InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.readers.docx import read_docx
from pipeline.readers.text import read_text

DOC = "application/msword"
RTF = "application/rtf"
_SECONDS = 120
"""A start of LibreOffice takes 4."""
_OFFICES = ("soffice", "libreoffice")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def read_doc(data: bytes, options: ReadOptions) -> RawText:
    """The text of a .doc or .wps; DependencyError where nothing that reads it is installed."""
    if _LOCKED in data:
        raise InputError("the Word file is locked; save it without a password")
    if _WORD not in data:
        raise InputError("this is an old Office file that is no Word document; save its text as .docx or .txt")
    if antiword := shutil.which("antiword"):
        text = _antiword(antiword, data)
        if text.strip():
            return read_text(text)._replace(media_type=DOC, reader="doc")
    return _by_office(data, ".doc", options, "antiword or LibreOffice", DOC)


def read_rtf(data: bytes, options: ReadOptions) -> RawText:
    """The text of an .rtf; DependencyError where LibreOffice is not installed."""
    return _by_office(data, ".rtf", options, "LibreOffice", RTF)


def _antiword(program: str, data: bytes) -> bytes:
    """Paragraphs as whole lines; empty where the program gives up."""
    with tempfile.TemporaryDirectory() as folder:
        path = _written(folder, data, ".doc")
        return _run([program, "-w", "0", "-m", "UTF-8.txt", path])


def _by_office(data: bytes, suffix: str, options: ReadOptions, wanted: str, media_type: str) -> RawText:
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    if office is None:
        raise DependencyError(f"to read {suffix} files install {wanted} (apt install antiword libreoffice-writer), or save the file as .docx")
    with tempfile.TemporaryDirectory() as folder:
        path = _written(folder, data, suffix)
        home = f"-env:UserInstallation=file://{folder}/profile"
        _run([office, home, "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, path])
        try:
            with open(os.path.join(folder, "source.docx"), "rb") as file:
                converted = file.read()
        except OSError as error:
            raise InputError(f"{os.path.basename(office)} could not read the file; try to save it as .docx") from error
    return read_docx(converted, options)._replace(media_type=media_type, reader="doc")


def _written(folder: str, data: bytes, suffix: str) -> str:
    path = os.path.join(folder, f"source{suffix}")
    with open(path, "wb") as file:
        file.write(data)
    return path


def _run(command: Sequence[str]) -> bytes:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL).stdout  # noqa: S603  our own arguments
    except (OSError, subprocess.TimeoutExpired):
        return b""

"""The schema of TEI P5, as the Consortium publishes it (tests/tei/ORIGIN), narrowed to the elements that we write.

lxml takes ten seconds to compile the whole, and a moment without the five hundred elements that we never write. To forbid them can
only make fewer documents valid: what is valid here is valid TEI.
"""

import lzma
from pathlib import Path
from typing import Any

from lxml import etree

_FILE = Path(__file__).parent / "tei" / "tei_all.rng.xz"
_RNG = "{http://relaxng.org/ns/structure/1.0}"
WRITTEN = frozenset(
    "TEI teiHeader fileDesc titleStmt title publicationStmt p sourceDesc bibl biblScope publisher date idno respStmt resp name profileDesc "
    "langUsage language standOff listOrg org orgName listPerson person persName text front body back div head byline list item ref num pb "
    "placeName measure".split()
)
"""All elements that the writer knows."""


def tei_schema() -> Any:
    """The schema, ready to validate."""
    with lzma.open(_FILE) as file:
        root = etree.parse(file).getroot()
    for element in list(root.iter(f"{_RNG}element")):
        if element.get("name") not in WRITTEN:
            element.getparent().replace(element, etree.Element(f"{_RNG}notAllowed"))
    for other in [child for child in root if not str(child.tag).startswith(_RNG)]:
        root.remove(other)  # rules in Schematron
    _drop_unused(root)
    return etree.RelaxNG(root)


def _drop_unused(root: Any) -> None:
    """Take out what the start does not lead to: without it there are pieces that refer to each other and to nothing."""
    definitions: dict[str, list[Any]] = {}
    for definition in root.iter(f"{_RNG}define"):
        definitions.setdefault(definition.get("name"), []).append(definition)
    waiting, wanted = list(root.iter(f"{_RNG}start")), set[str]()
    while waiting:
        for name in {ref.get("name") for ref in waiting.pop().iter(f"{_RNG}ref")} - wanted:
            wanted.add(name)
            waiting += definitions[name]
    for name in definitions.keys() - wanted:
        for definition in definitions[name]:
            definition.getparent().remove(definition)

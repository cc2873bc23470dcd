"""What the docstrings of the model say about its classes and fields, for the published schemas.

Read from the source text, as Python keeps no docstring of a field; a program frozen without its source has none.
"""

import ast
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import NamedTuple

from pipeline.model import document, frame, item


class Descriptions(NamedTuple):
    """English descriptions, on one line each."""

    classes: dict[str, str]
    fields: dict[tuple[str, str], str]
    """(class, field) -> docstring; a field without one has that of the Literal which it is annotated with, if any."""


@cache
def descriptions() -> Descriptions:
    """The descriptions of every class and field of the model that has one."""
    found = Descriptions({}, {})
    for module in (document, frame, item):
        classes, fields = _of_module(module)
        found.classes.update(classes)
        found.fields.update(fields)
    return found


def _of_module(module: ModuleType) -> Descriptions:
    loader = module.__spec__.loader if module.__spec__ else None
    source = loader.get_source(module.__name__) if loader and hasattr(loader, "get_source") else None
    body = ast.parse(source or "").body
    classes = [node for node in body if isinstance(node, ast.ClassDef)]
    literals = _documented(body)
    found = {(node.name, name): text for node in classes for name, text in _of_fields(node, literals).items()}
    return Descriptions({node.name: _one_line(ast.get_docstring(node) or "") for node in classes}, found)


def _of_fields(node: ast.ClassDef, literals: dict[str, str]) -> dict[str, str]:
    annotated = [field for field in node.body if isinstance(field, ast.AnnAssign)]
    inherited = {ast.unparse(field.target): literals.get(ast.unparse(field.annotation), "") for field in annotated}
    return {name: text for name, text in (inherited | _documented(node.body)).items() if text}


def _documented(body: list[ast.stmt]) -> dict[str, str]:
    """Name that is assigned or annotated -> the string that stands right under it."""
    found = {}
    for statement, below in pairwise(body):
        target = _target(statement)
        if target and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[target] = _one_line(str(below.value.value))
    return found


def _target(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.AnnAssign):
        return ast.unparse(statement.target)
    return ast.unparse(statement.targets[0]) if isinstance(statement, ast.Assign) else None


def _one_line(text: str) -> str:
    return " ".join(text.split())

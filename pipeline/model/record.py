"""`NamedTuple` as typing has it, made in a third of the time: a cold start makes fifty of them.

What is left out is what only mistakes need: the check of names and types, a doc string for each field.

`Struct` is the record of values that are only handed from stage to stage: no tuple, so a field is read in an eighth of the time and one is
made in two thirds. mypy alone sees that it is not changed. What a document is made of, and what is unpacked or sorted, is a NamedTuple.
"""

import sys
from collections import _tuplegetter  # type: ignore[attr-defined]  # what namedtuple's fields are made of
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Self

__all__ = ["NamedTuple", "Struct"]

if TYPE_CHECKING:
    from typing import NamedTuple, dataclass_transform

    @dataclass_transform(frozen_default=True)
    class Struct:
        """What a record without the ways of a tuple is derived from."""

        def _replace(self, **values: Any) -> Self: ...

elif sys.version_info >= (3, 14):  # where a class no longer hands over its annotations
    from typing import NamedTuple

    Struct = NamedTuple
else:

    class _Record(tuple[Any, ...]):
        """The methods of every record, as namedtuple has them."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values: Any) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values: Any) -> Self:
            made = tuple.__new__(type(self), map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    @cache
    def _constructor(count: int) -> Any:
        """The code of a `__new__` with so many fields, whatever their names: as namedtuple's, and to compile it takes longer than all else."""
        names = "".join(f"_{place}, " for place in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__  # noqa: S307

    class _Maker(type):
        """Makes a class that is derived from NamedTuple one that is derived from tuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            code = _constructor(len(fields)).replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
            new = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(defaults.values()))
            for place, field in enumerate(fields):
                body[field] = _tuplegetter(place, None)
            body |= {"__slots__": (), "__new__": new, "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Maker):
        """What a record is derived from."""

    class _Slotted:
        """The methods of every Struct."""

        __slots__ = ()
        _fields = ()

        def _values(self) -> tuple[Any, ...]:
            return tuple(getattr(self, field) for field in self._fields)

        def _replace(self, /, **values: Any) -> Self:
            made = type(self)(*map(values.pop, self._fields, self._values()))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def __eq__(self, other: object) -> bool:
            return type(other) is type(self) and other._values() == self._values()

        def __hash__(self) -> int:
            return hash(self._values())

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self._values()))})"

    @cache
    def _initializer(count: int) -> Any:
        """The code of an `__init__` with so many fields, as `_constructor`."""
        names = [f"_{place}" for place in range(count)]
        made: dict[str, Any] = {}
        exec(f"def init(self, {', '.join(names)}): {'; '.join(f'self.{name} = {name}' for name in names)}", made)  # noqa: S102
        return made["init"].__code__

    class _StructMaker(type):
        """Makes a class that is derived from Struct one with slots."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = tuple(body.pop(field) for field in fields if field in body)
            code = _initializer(len(fields)).replace(co_varnames=("self", *fields), co_names=fields, co_qualname=f"{name}.__init__")
            body |= {"__slots__": fields, "__init__": FunctionType(code, {}, "__init__", defaults), "__match_args__": fields, "_fields": fields}
            return type(name, (_Slotted,), body)

    class Struct(metaclass=_StructMaker):
        """What a record without the ways of a tuple is derived from."""

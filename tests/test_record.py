"""Our NamedTuple beside that of typing, and Struct."""

import pickle
import typing
from typing import Any

import pytest

from pipeline.model import record

CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [((1,), {}), ((1, "b"), {}), ((1,), {"third": (3,)}), ((), {"first": 1, "second": "b"})]
"""Arguments by place and by name."""


class Ours(record.NamedTuple):
    """A record."""

    first: int
    second: str | None = None
    third: tuple[int, ...] = ()

    @property
    def doubled(self) -> int:
        """A property."""
        return 2 * self.first


class Theirs(typing.NamedTuple):
    """The same."""

    first: int
    second: str | None = None
    third: tuple[int, ...] = ()


@pytest.mark.parametrize("arguments", CALLS)
def test_made_alike(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    places, names = arguments
    ours: Any = Ours(*places, **names)
    theirs: Any = Theirs(*places, **names)
    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours).removeprefix("Ours") == repr(theirs).removeprefix("Theirs")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(second="c") == theirs._replace(second="c")
    assert (ours.first, ours.second, ours.third, ours.doubled) == (1, theirs.second, theirs.third, 2)
    assert pickle.loads(pickle.dumps(ours)) == ours  # noqa: S301
    assert type(pickle.loads(pickle.dumps(ours))) is Ours  # noqa: S301


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__annotations__"])
def test_described_alike(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


def test_types_are_found() -> None:
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Ours.__doc__ == "A record."


@pytest.mark.parametrize("arguments", [((), {}), ((1, 2, 3, 4), {}), ((1,), {"fourth": 4}), ((1,), {"first": 1})])
def test_wrong_arguments_are_refused(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    places, names = arguments
    with pytest.raises(TypeError, match="argument"):
        Ours(*places, **names)
    with pytest.raises(ValueError, match="unexpected field"):
        Ours(1)._replace(fourth=4)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 3"):
        Ours._make([1])


def test_records_do_not_change() -> None:
    made = Ours(1)
    with pytest.raises(AttributeError):
        made.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.other = 2  # type: ignore[attr-defined]


class Made(record.Struct):
    """A struct."""

    first: int
    second: str | None = None
    third: tuple[int, ...] = ()

    @property
    def doubled(self) -> int:
        """A property."""
        return 2 * self.first


@pytest.mark.parametrize("arguments", CALLS)
def test_a_struct_holds_what_a_named_tuple_does(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    places, names = arguments
    made: Any = Made(*places, **names)
    theirs: Any = Theirs(*places, **names)
    assert (made.first, made.second, made.third, made.doubled) == (*theirs, 2)
    assert repr(made).removeprefix("Made") == repr(theirs).removeprefix("Theirs")
    assert made == Made(*theirs)
    assert hash(made) == hash(Made(*theirs))
    assert made._replace(second="c") == Made(*theirs._replace(second="c"))
    assert made != theirs
    assert made != Made(2)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301
    assert typing.get_type_hints(Made) == typing.get_type_hints(Theirs)


@pytest.mark.parametrize("arguments", [((), {}), ((1, 2, 3, 4), {}), ((1,), {"fourth": 4}), ((1,), {"first": 1})])
def test_a_struct_refuses_wrong_arguments(arguments: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    places, names = arguments
    with pytest.raises(TypeError, match="argument"):
        Made(*places, **names)
    with pytest.raises(ValueError, match="unexpected field"):
        Made(1)._replace(fourth=4)

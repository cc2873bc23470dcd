"""Mentions → entities: which names of one issue mean the same unit or person.

Entities are what the items name and who sent them in; the units and persons of masthead and distribution help to know their full
names. What an attribution names is no mention and counts as none. Units are one where `full_names` says so, persons where their
names are the same. Over an archive the same id is the same name: of a person, or of a unit that every issuer calls its own (县委,
教务处), under the same issuer only.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipeline.digest import sha256
from pipeline.entities.full_names import FullNames
from pipeline.entities.shared_head import whole_names
from pipeline.lexicon import in_simplified
from pipeline.model.document import Entity, EntityType
from pipeline.model.item import Attribution, Item, NameMention
from pipeline.model.mentions import IssueContext, Mentions
from pipeline.normalize import fold


def resolve(
    found: list[Mentions], context: IssueContext, items: Iterable[Item] = ()
) -> tuple[list[Mentions], list[tuple[Attribution, ...]], tuple[Entity, ...]]:
    """The mentions of each item and the attributions of `items` with their `entity_id`, and the entities of the issue.

    These stand in the order in which they are first mentioned, then those that only have sent something in.
    """
    full_names = FullNames((whole for item in found for _, _, whole in _forms(item.organizations)), context)
    register = _Register(full_names, _plain(context.issuer or context.title or ""))
    resolved = [
        item._replace(
            organizations=tuple(
                row._replace(entity_id=register.enter("organization", form, whole)) for row, form, whole in _forms(item.organizations)
            ),
            persons=tuple(row._replace(entity_id=register.enter("person", _plain(row.text))) for row in item.persons),
        )
        if item.organizations or item.persons
        else item
        for item in found
    ]
    credited = [tuple(row._replace(entity_id=register.credit(row)) for row in item.attributions) for item in items]
    return resolved, credited, register.entities()


def _forms(rows: tuple[NameMention, ...]) -> Iterator[tuple[NameMention, str, str]]:
    """Each row with the form in which it appears, and with the end that it shares with others of a list."""
    forms = [_plain(row.text) for row in rows]
    return zip(rows, forms, whole_names(rows, forms), strict=True)


class _Register:
    """The entities of an issue as its mentions are read."""

    def __init__(self, full_names: FullNames, issuer: str) -> None:
        self._full_names = full_names
        self._issuer = issuer
        self._forms: dict[tuple[EntityType, str], dict[str, int]] = {}
        """(type, full name) → the forms in which it appears, with how often each is a mention."""
        self._names: dict[tuple[EntityType, str], str] = {}
        """(type, whole form) → full name."""
        self._ids: dict[tuple[EntityType, str], str] = {}
        """(type, full name) → the id of its entity."""

    def enter(self, kind: EntityType, form: str, whole: str = "") -> str:
        """Count a mention; the id of its entity. `whole` is the form with what it shares with others of a list."""
        return self._enter(kind, form, whole or form, 1)

    def credit(self, row: Attribution) -> str | None:
        """The id of who has sent an item in, which is no mention."""
        if row.organization:
            return self._enter("organization", (form := _plain(row.organization)), form, 0)
        return self._enter("person", (form := _plain(row.person)), form, 0) if row.person else None

    def _enter(self, kind: EntityType, form: str, whole: str, mentions: int) -> str:
        name = self._names.get((kind, whole))
        if name is None:
            name = self._names[kind, whole] = self._full_names.of(whole) if kind == "organization" else form
        if (kind, name) not in self._ids:
            self._ids[kind, name] = self._id(kind, name, signed=not mentions)
        forms = self._forms.setdefault((kind, name), {})
        forms[form] = forms.get(form, 0) + mentions
        return self._ids[kind, name]

    def entities(self) -> tuple[Entity, ...]:
        """All of them, in the order in which they were first entered."""
        return tuple(
            Entity(self._ids[kind, name], kind, name, tuple(form for form in forms if form != name), sum(forms.values()))
            for (kind, name), forms in self._forms.items()
        )

    def _id(self, kind: EntityType, name: str, *, signed: bool) -> str:
        own = kind == "person" or self._full_names.is_relative(name, signed=signed)
        key = f"{kind} {name} {self._issuer}" if own else f"{kind} {name}"
        return f"ent-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return in_simplified("".join(fold(text).split()))

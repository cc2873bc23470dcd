"""The best legal reading of a whole bulletin: Viterbi over the blocks, twice.

The second time, blocks that look alike vote: a line set like five others that are surely titles is likely one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from pipeline.model.layout import Block
from pipeline.model.zone import Zoned, ZoneRole
from pipeline.styles.grammar import Style
from pipeline.zones.clues import Clues
from pipeline.zones.evidence import EVIDENCE
from pipeline.zones.issues import Issue

_CLOSE = 0.45
"""Weight of an ending attribution from which a paragraph closes its item."""
_VOTE = 6.5
"""What a unanimous vote of the blocks that look alike is worth."""
_VOTED: frozenset[ZoneRole] = frozenset(("section", "title", "body", "brief", "credit"))
_BEAM = 12.0
"""Readings this far behind the best are given up: no later line makes up for as much."""
_NEVER = -1e9
_PINNED = 1e6
"""Score of a role that a person has named, the only one of its block."""

Scores = dict[ZoneRole, float]


def label_zones(issue: Issue, style: Style) -> tuple[Zoned, ...]:
    """Each block of an issue with the role that it has in the best reading of it under the style's grammar.

    No evidence outweighs the roles that a person has named, the rest is read around them.
    """
    if not issue.blocks:
        return ()
    clues = issue.clues
    weigh = cache(lambda names: _emit(names, style))
    scores = [_fit(dict(weigh(c.names)), c) for c in clues]
    for index, role in issue.pinned.items():
        scores[index] = {role: _PINNED}
    roles = _best_path(scores, clues, style)
    if _count_votes(scores, _votes(roles, clues)):
        roles = _best_path(scores, clues, style)
    return tuple(_zoned(b, r, c) for b, r, c in zip(issue.blocks, roles, clues, strict=True))


def _count_votes(scores: list[Scores], votes: list[Scores]) -> bool:
    """Add the votes to the scores; False where there are none."""
    for score, bonus in zip(scores, votes, strict=True):
        for role, weight in bonus.items():
            if role in score:
                score[role] += weight
    return any(votes)


def _zoned(block: Block, role: ZoneRole, clues: Clues) -> Zoned:
    tail = clues.tail_start if clues.tail_weight >= _CLOSE or (clues.tail_weight and role == "brief") else -1
    return Zoned(block, role, clues.title_length if role == "run_in" else 0, tail, clues.label_length)


def _emit(names: tuple[str, ...], style: Style) -> Scores:
    """The weights of a block's clues added up, for each role of the style."""
    scores: Scores = dict.fromkeys(style.transitions, 0.0)
    for name in names:
        for role, weight in style.evidence.get(name, EVIDENCE[name]).items():
            if role in scores:
                scores[role] += weight
    return scores


def _fit(scores: Scores, clues: Clues) -> Scores:
    """Without the role that the block cannot have: no run-in title where none was found."""
    if not clues.title_length and "run_in" in scores:
        scores["run_in"] = _NEVER
    return scores


def _best_path(scores: list[Scores], clues: tuple[Clues, ...], style: Style) -> list[ZoneRole]:
    """Viterbi with a beam."""
    following = {role: tuple(after.items()) for role, after in style.transitions.items()}
    best: Scores = {role: price + scores[0][role] for role, price in style.start.items() if role in scores[0]} or dict(scores[0])
    back: list[dict[ZoneRole, ZoneRole]] = []
    for index in range(1, len(scores)):
        closes = clues[index - 1].tail_weight >= _CLOSE
        best, pointers = _step(best, scores[index], following, style.after_close if closes else {})
        back.append(pointers)
    role = max(best, key=lambda r: best[r])
    path = [role]
    for pointers in reversed(back):
        role = pointers[role]
        path.append(role)
    return path[::-1]


def _step(
    best: Scores, score: Scores, following: Mapping[ZoneRole, tuple[tuple[ZoneRole, float], ...]], extra: Mapping[ZoneRole, float]
) -> tuple[Scores, dict[ZoneRole, ZoneRole]]:
    """One block further: for each role the best way to reach it."""
    reached: Scores = {}
    pointers: dict[ZoneRole, ZoneRole] = {}
    for before, total in best.items():
        for role, price in following[before]:
            value = total + price
            if role not in reached or value > reached[role]:
                reached[role] = value
                pointers[role] = before
    if len(score) == 1:  # its role is pinned
        reached = {role: value for role, value in reached.items() if role in score}
    if not reached:  # every way has ended; begin anew rather than fail
        before = max(best, key=lambda r: best[r])
        reached = dict.fromkeys(score, best[before] - _BEAM)
        pointers = dict.fromkeys(score, before)
    reached = {role: value + score[role] for role, value in reached.items()}
    for role, price in extra.items():
        if role in reached:
            reached[role] += price
    floor = max(reached.values()) - _BEAM
    return {role: value for role, value in reached.items() if value >= floor}, pointers


def _votes(roles: list[ZoneRole], clues: tuple[Clues, ...]) -> list[Scores]:
    """For each block what the others that look like it were read as."""
    ballots: dict[tuple[object, ...], Counter[ZoneRole]] = defaultdict(Counter)
    for role, clue in zip(roles, clues, strict=True):
        if clue.look and role in _VOTED:
            ballots[clue.look][role] += 1
    votes: list[Scores] = []
    for role, clue in zip(roles, clues, strict=True):
        ballot = ballots.get(clue.look)
        total = sum(ballot.values()) if ballot else 0
        if not clue.look or not ballot or total < 3 or role not in _VOTED:
            votes.append({})
        else:
            votes.append({r: _VOTE * (n / total - 0.5) for r, n in ballot.items()})
    return votes

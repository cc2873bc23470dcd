"""Rules (横线) and the lines of tables (表格) on the picture of a page, found by the lengths of its dark runs.

A rule is long, thin, and has paper on both sides. It may be red, broken for a few pixels, or bent by a pixel or two.
A line of a table may be short, and type may stand close to it; what no other lines cross is sorted out where the grid is made.
"""

from collections.abc import Iterator
from typing import Any

from pipeline.model.layout import Box
from pipeline.model.paper import PageImage, Recognised
from pipeline.readers.keystone import seen_at

_TILE = 32
"""Pixels of the squares whose brightest pixel is taken for their paper: a shadow is darker paper."""
_CONTRAST = 0.3
"""Share of the way from paper to ink from which a pixel is ink; a hairline is paler than type."""
_LEAST_LEVELS = 24
"""Levels from paper to ink that grain does not reach."""
_BROKEN = 0.04
"""Inches that a rule may be broken for."""
_SHORT = 0.2
"""Share of the page's width that a rule takes at least; less underlines a word, or is the foot of a few characters."""
_PIECE = 0.5
"""Inches of its shortest piece: where a rule is bent, each row of pixels holds a piece."""
_THICK = 0.06
"""Inches that a rule is thick at most."""
_UNDER = 0.15
"""Heights of a line of type below its foot, within its ends, where a rule underlines it; and above its foot where one is a leader."""
_LONE = 0.3
"""Share of ink beside a rule; beside a row of strokes there is more."""
_STRETCH = 0.3
"""Inches of the shortest line of a table; the strokes of type of 16 points have 0.22."""
_SPECK = 0.01
"""Inches that such a line is broken for within one row of pixels."""
_MOST_PIECES = 4000
"""Pieces on a page that is printed; a picture in half-tones may have more."""

_Run = tuple[int, int, int]
"""Row, start and end of pixels that are ink."""


def with_lines(image: PageImage, seen: Recognised) -> Recognised:
    """What was seen on an image, and its level rules and the lines of its tables, in pixels of the page as it stands straight and upright.

    Leaders and underlines belong to the type. No lines where numpy is missing.
    """
    try:
        import numpy
    except ImportError:  # tesseract does without
        return seen
    pixels = numpy.frombuffer(image.pixels, numpy.uint8).reshape(image.height, image.width, 3)
    dark = numpy.minimum(pixels[:, :, 1], pixels[:, :, 2])  # red is ink, blue may be
    ink = _ink(_straight(numpy.rot90(dark, seen.turn), seen))
    rules = tuple(rule for rule in _rules(ink, image.dpi) if not any(_is_type(rule, fragment.box) for fragment in seen.fragments))
    return seen._replace(rules=rules, grid_lines=tuple(_grid_lines(ink, image.dpi)))


def _straight(dark: Any, seen: Recognised) -> Any:
    if not seen.askew and not seen.keystone:
        return dark
    import math

    import numpy
    from PIL import Image

    picture = Image.fromarray(dark).rotate(math.degrees(seen.askew), Image.Resampling.NEAREST, fillcolor=255)
    if seen.keystone:
        wide, high = picture.size
        corners = [edge for x, y in ((0, 0), (0, high), (wide, high), (wide, 0)) for edge in seen_at(x, y, seen.keystone)]
        picture = picture.transform(picture.size, Image.Transform.QUAD, corners, Image.Resampling.NEAREST, fillcolor=255)
    return numpy.asarray(picture)


def _ink(dark: Any) -> Any:
    """What is darker than its paper."""
    import numpy

    high, wide = -(-dark.shape[0] // _TILE) * _TILE, -(-dark.shape[1] // _TILE) * _TILE
    padded = numpy.full((high, wide), 255, numpy.uint8)
    padded[: dark.shape[0], : dark.shape[1]] = dark
    tiles = padded.reshape(high // _TILE, _TILE, wide // _TILE, _TILE)
    paper = tiles.max(axis=(1, 3)).astype(numpy.int16)
    depth = int(numpy.median(paper)) - int(numpy.percentile(dark[::4, ::4], 0.5))
    limit = (paper - max(_LEAST_LEVELS, round(_CONTRAST * depth))).clip(0, 255).astype(numpy.uint8)
    return (tiles < limit[:, None, :, None]).reshape(high, wide)[: dark.shape[0], : dark.shape[1]]


def _is_type(rule: Box, line: Box) -> bool:
    """Whether it is a leader between the words of a line of type, or underlines them."""
    middle, height = (rule[1] + rule[3]) / 2, line[3] - line[1]
    within = rule[0] > line[0] - height / 2 and rule[2] < line[2] + height / 2
    return line[1] < middle < line[3] + (_UNDER if within else -_UNDER) * height


def _rules(ink: Any, dpi: float) -> list[Box]:
    groups = _grouped(_pieces(ink, _PIECE * dpi, round(_BROKEN * dpi)), _BROKEN * dpi)
    return [box for group in groups if (box := _thin_box(group, _SHORT * ink.shape[1], _THICK * dpi)) and _is_lone(ink, box)]


def _grid_lines(ink: Any, dpi: float) -> Iterator[Box]:
    """Level and upright; none where none run one of the two ways."""
    found = []
    for picture in (ink, ink.T):
        groups = _grouped(_pieces(picture, _STRETCH * dpi, round(_SPECK * dpi)), _BROKEN * dpi)
        found.append([box for group in groups if (box := _thin_box(group, _STRETCH * dpi, _THICK * dpi)) and _is_lone(picture, box)])
        if not found[-1]:
            return
    yield from found[0]
    yield from ((top, left, bottom, right) for left, top, right, bottom in found[1])


def _grouped(pieces: list[_Run], broken: float) -> list[list[_Run]]:
    """Runs that touch."""
    groups: list[list[_Run]] = []
    for piece in pieces:
        near = next((group for group in reversed(groups[-8:]) if _touches(group, piece, broken)), None)
        if near is None:
            groups.append([piece])
        else:
            near.append(piece)
    return groups


def _pieces(ink: Any, least: float, broken: int) -> list[_Run]:
    """Every run of ink that is so long, in two rows together, from the top; it may be broken for a few pixels."""
    import numpy

    padded = numpy.zeros((ink.shape[0], ink.shape[1] + broken + 1), bool)
    padded[:, : ink.shape[1]] = ink
    padded[1:, : ink.shape[1]] |= ink[:-1]
    edges = numpy.flatnonzero(numpy.diff(padded.ravel(), prepend=False))
    if not len(edges):
        return []
    starts, ends = edges[::2], edges[1::2]
    apart = starts[1:] - ends[:-1] > broken
    starts, ends = starts[numpy.append(True, apart)], ends[numpy.append(apart, True)]
    long = (ends - starts >= least).nonzero()[0]
    if len(long) > _MOST_PIECES:
        return []
    rows, columns = numpy.divmod(starts[long], padded.shape[1])
    return list(zip(rows.tolist(), columns.tolist(), (columns + ends[long] - starts[long]).tolist(), strict=True))


def _touches(group: list[_Run], piece: _Run, broken: float) -> bool:
    return any(piece[0] - row <= 1 and piece[1] <= end + broken and start <= piece[2] + broken for row, start, end in group[-4:])


def _thin_box(group: list[_Run], short: float, thick: float) -> Box | None:
    """The box of the pieces, None where they are shorter or thicker than a rule."""
    left, right = min(start for _, start, _ in group), max(end for _, _, end in group)
    area = sum(end - start for _, start, end in group)
    is_rule = right - left >= short and area <= (thick + 1) * (right - left)
    return (left, group[0][0], right, group[-1][0] + 1) if is_rule else None


def _is_lone(ink: Any, box: Box) -> bool:
    """Whether there is paper above and below."""
    left, top, right, bottom = (int(edge) for edge in box)
    bands = (ink[max(0, top - 5) : max(0, top - 2), left:right], ink[bottom + 2 : bottom + 5, left:right])
    return all(not band.size or band.mean() <= _LONE for band in bands)

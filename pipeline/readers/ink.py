"""Pixels made ready for an engine: a seal taken off the words below it, faint print made dark."""

from typing import Any

_RED = 60
"""By how much red outshines green and blue in the ink of seals and red heads."""
_SEAL_SHARE = 0.0008
"""Share of red pixels from which a page may bear a seal: one of 4 cm covers a hundredth of a page, its strokes a fifth of that."""
_FAINT = 110
"""Levels between paper and ink below which print is faint."""


def without_red(pixels: Any) -> Any | None:
    """The page without its red ink, or None where it has hardly any; `pixels` are blue, green, red."""
    import numpy

    wide = pixels.astype(numpy.int16)
    blue, green, red = wide[:, :, 0], wide[:, :, 1], wide[:, :, 2]
    is_red = (red - green > _RED) & (red - blue > _RED)
    if is_red.mean() < _SEAL_SHARE:
        return None
    cleaned = numpy.repeat(pixels[:, :, 2:3], 3, axis=2)  # red ink is as bright as paper in the red channel, black is black
    cleaned[is_red] = 255
    return cleaned


def darkened(pixels: Any) -> Any:
    """The page with its ink made dark, where it is faint."""
    import numpy

    low, high = (float(level) for level in numpy.percentile(pixels[::4, ::4], (0.5, 60)))
    if high - low >= _FAINT or high - low < 1:
        return pixels
    stretched = (pixels.astype(numpy.float32) - low) * (255 / (high - low))
    return numpy.clip(stretched, 0, 255).astype(numpy.uint8)

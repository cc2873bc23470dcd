"""Pixels made ready for an engine: a seal taken off the words below it, faint print made dark."""

from typing import Any

_RED = 60
"""By how much red outshines green and blue in the ink of seals and red heads."""
_BLACK = 110
"""Levels of the brightest colour below which ink is black."""
_NEAR = 8
"""Pixels within which red ink lies on black."""
_COVERED = 12
"""Places where red ink lies on black from which it hides words; a red head and its rules stand apart from them."""
_FAINT = 110
"""Levels between paper and ink below which print is faint."""


def without_red(pixels: Any) -> Any | None:
    """The page without its red ink, or None where that hides no words; `pixels` are blue, green, red."""
    import numpy

    wide = pixels.astype(numpy.int16)
    blue, green, red = wide[:, :, 0], wide[:, :, 1], wide[:, :, 2]
    is_red = (red - green > _RED) & (red - blue > _RED)
    if (_coarse(is_red) & _coarse(pixels.max(axis=2) < _BLACK)).sum() < _COVERED:
        return None
    cleaned = numpy.repeat(pixels[:, :, 2:3], 3, axis=2)  # red ink is as bright as paper in the red channel, black is black
    cleaned[is_red] = 255
    return cleaned


def _coarse(mask: Any) -> Any:
    """Whether there is anything in each square of so many pixels."""
    high, wide = mask.shape[0] // _NEAR, mask.shape[1] // _NEAR
    return mask[: high * _NEAR, : wide * _NEAR].reshape(high, _NEAR, wide, _NEAR).any(axis=(1, 3))


def darkened(pixels: Any) -> Any:
    """The page with its ink made dark, where it is faint."""
    import numpy

    low, high = (float(level) for level in numpy.percentile(pixels[::4, ::4], (0.5, 60)))
    if high - low >= _FAINT or high - low < 1:
        return pixels
    stretched = (pixels.astype(numpy.float32) - low) * (255 / (high - low))
    return numpy.clip(stretched, 0, 255).astype(numpy.uint8)

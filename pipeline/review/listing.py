"""The list of all bulletins under review, what is most in doubt first."""

import html
from collections.abc import Iterable
from urllib.parse import quote

from pipeline.review.shelf import Volume
from pipeline.translation import translate

_MOST_LISTED = 2000
"""Rows; who has more looks into report.csv, or reviews a folder at a time."""
_REFRESH = 3
"""Seconds after which a list that is not complete is asked for again."""
_WORDS = {
    "doubts": ("疑点", "Doubts"),
    "corrections": ("更正", "Corrections"),
    "file": ("文件", "File"),
    "issue": ("期次", "Issue"),
    "count": ("共 {} 期", "{} bulletins"),
    "waiting": ("正在读取，还有 {} 期", "reading, {} to go"),
    "more": ("只列出前 {} 期", "the first {} are listed"),
}
_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.6 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:1.5rem auto;padding:0 1rem;"
    "max-width:70rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #8884;"
    "vertical-align:top}td:first-child,th:first-child,td:nth-child(2),th:nth-child(2){text-align:right;white-space:nowrap}.fault{color:#c33}"
    "td{overflow-wrap:anywhere}"
)


def listing(volumes: Iterable[Volume], *, chinese: bool) -> str:
    """The page."""
    order = sorted(volumes, key=_worst_first)
    waiting = sum(volume.doubts is None for volume in order)
    rows = "".join(_line(volume, chinese=chinese) for volume in order[:_MOST_LISTED])
    said = [_said("waiting", waiting, chinese=chinese)] if waiting else []
    said += [_said("more", _MOST_LISTED, chinese=chinese)] if len(order) > _MOST_LISTED else []
    heads = "".join(f"<th>{_said(name, chinese=chinese)}" for name in ("doubts", "corrections", "file", "issue"))
    return (
        f"<!DOCTYPE html><html lang={'zh' if chinese else 'en'}><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"{f'<meta http-equiv=refresh content={_REFRESH}>' if waiting else ''}<title>extract-review</title><link rel=icon href='data:,'>"
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
        f"<style>{_STYLE}</style><h1>{_said('count', len(order), chinese=chinese)}</h1><p>{'；'.join(said)}</p>"
        f"<table><tr>{heads}</tr>{rows}</table></html>"
    )


def _worst_first(volume: Volume) -> tuple[int, int, str]:
    """What cannot be read, what is in doubt, what has not been read yet."""
    if volume.doubts is None:
        return (2, 0, volume.name)
    return (0 if volume.doubts < 0 else 1, -volume.doubts, volume.name)


def _line(volume: Volume, *, chinese: bool) -> str:
    name, title = html.escape(volume.name), html.escape(volume.title)
    if volume.doubts is not None and volume.doubts < 0:
        fault = html.escape(translate(volume.title)) if chinese else title
        return f"<tr><td>—<td><td>{name}<td class=fault>{fault}</tr>"
    doubts = "…" if volume.doubts is None else volume.doubts
    return f'<tr><td>{doubts}<td>{volume.corrections or ""}<td><a href="page?source={quote(volume.name)}">{name}</a><td>{title}</tr>'


def _said(name: str, value: int = 0, *, chinese: bool) -> str:
    return _WORDS[name][0 if chinese else 1].format(value)

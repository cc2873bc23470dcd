"""Rows of lists and tables that only the lines around them tell: names with their posts, one below the other, and the heads of columns."""

from collections.abc import Callable, Iterator
from itertools import chain, groupby, takewhile

from pipeline.lexicon import words
from pipeline.model.layout import Block
from pipeline.notation.frame import has_frame_label, is_frame_label
from pipeline.notation.genres import names_genre
from pipeline.notation.han import all_han
from pipeline.notation.labels import has_issue_number
from pipeline.notation.names import is_officer, is_person, is_unit, split_names
from pipeline.notation.pattern import Pattern
from pipeline.zones.forms import CELLS, SUM, is_date_only, is_table_row, names_units

_ASIDE = Pattern(r"\([^()]*\)", needs="(")
_LONGEST_LABEL = 10
_LONGEST_NAME = 4
_LONGEST_ROW = 300
"""Characters of a row of names."""
_LONGEST_POST = 6
_LABELS = Pattern(r"(?:^| {2,})((?:[^: ]| (?! )){1,10}):", needs=":")
_DAY_CELL = Pattern(r"(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|星期.|周[0日])[^ ,。]{0,8}  +[^ ]", numerals=True)
_DONATION = Pattern(rf"[^ ,。:;\d]{{2,12}} +{SUM}$", last="元圆圓整", numerals=True)
_COUNTED = Pattern(r"[^,。:;]{2,12}? {2,}\d[\d,.]*(?![页版])[\u4e00-\u9fff%]{1,3}$")
"""海东县　　80名"""
_FIGURE = Pattern(r"[^,。:;]{2,20}? +[$¥]?\d[\d,.]*[\u4e00-\u9fff%]{0,4}(?:\([^()]*\))?$", needs="0123456789")
"""到馆读者 217,640人次, several below each other."""
_PRESENT = Pattern(r"(?:出席|列席|参加|參加|主持|缺席|请假|請假|与会|到会)(?:人员|人員|者|单位|單位)?[ ]*:", first="出列参參主缺请請与到")
_LEAST = 3
"""Rows of a list of names, cells of the head of a table."""


def list_rows(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Indices of the blocks that are such rows."""
    keys = [block.key.replace("\t", "  ") for block in blocks]
    lists = [run for run in _runs(keys, prose, _may_have_cells) if _is_list([keys[index] for index in run]) and not _signs(keys, run)]
    lists += [run for run in _runs(keys, prose, _names_behind_label) if len(run) > 1 and not _signs(keys, run)]
    lists += [run for run in _runs(keys, prose, _is_of_people) if any("  " in keys[index] for index in run)]
    lists += [run for run in _runs(keys, prose, _is_figure) if len(run) >= _LEAST]
    heads = {index for index in range(len(blocks) - 2) if not prose[index] and _heads_columns(blocks, index)}
    return {*chain.from_iterable(lists), *_units(blocks, prose), *_present(blocks, prose), *_names_below_label(blocks, prose), *heads}


def _runs(keys: list[str], prose: list[bool], is_row: Callable[[str], bool]) -> Iterator[list[int]]:
    """Blocks one below the other that may be rows of one list."""
    rows = [not text and is_row(key) for key, text in zip(keys, prose, strict=True)]
    for holds, run in groupby(range(len(keys)), rows.__getitem__):
        if holds:
            yield list(run)


def _may_have_cells(key: str) -> bool:
    return " " in (rest := _behind_post(key)) and ":" not in rest


def _is_figure(key: str) -> bool:
    return _FIGURE.match(key) is not None and not has_issue_number(key)


def _behind_post(key: str) -> str:
    """The row without the post with which it begins, 副 主 任:曾 洁  县住建局副局长; no label of the staff is one."""
    label, colon, rest = key.partition(":")
    post = label.replace(" ", "")
    return rest.lstrip() if colon and all_han(post) and len(post) <= _LONGEST_POST and not _labels_staff(key, [post]) else key


def _signs(keys: list[str], run: list[int]) -> bool:
    """Whether units side by side, or officers, stand above the day on which they sign."""
    return any(map(is_date_only, keys[run[-1] + 1 : run[-1] + 2])) and all(names_units(keys[index]) or is_officer(keys[index]) for index in run)


def _units(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Units one below the other, set alike, right below a heading and above a gap: whom it lists, no senders or signers of a text."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate(blocks):
        apart = block.gap > 0 or block.rule_above
        elsewhere = prose[index] or apart or not index or (run and block.indent != blocks[run[0]].indent)
        if elsewhere or not is_unit(block.key) or names_genre(block.key):
            found |= set(run) if len(run) > 1 and apart else set()
            run = []
        elif run or not prose[index - 1]:
            run.append(index)
    return found | (set(run) if len(run) > 1 else set())


def _present(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Lines below 出席:…, set farther in than that, without a label or a stop of their own: who else is there."""
    found: set[int] = set()
    head = -1
    for index, block in enumerate(blocks):
        if _PRESENT.match(block.key) and not prose[index]:
            head = index
        elif head >= 0 and block.indent > blocks[head].indent and not (block.gap or prose[index] or ":" in block.key or block.key[-1] in "。!?"):
            found.add(index)
        else:
            head = -1
    return found


def _names_below_label(blocks: tuple[Block, ...], prose: list[bool]) -> set[int]:
    """Lines of nothing but names right below 委员:, or below the names behind such a label, on a line that is too short for all."""

    def goes_on(index: int) -> bool:
        block = blocks[index]
        return not (block.gap or block.rule_above or prose[index]) and all(all_han(name) and len(name) <= _LONGEST_NAME for name in _names(block.key))

    found: set[int] = set()
    for head, block in enumerate(blocks):
        label, colon, rest = block.key.partition(":")
        if colon and block.markup <= 0 and len(label) <= _LONGEST_LABEL and not (prose[head] or _labels_staff(block.key, [label])):
            below = list(takewhile(goes_on, range(head + 1, len(blocks))))
            names = [name for text in (rest, *(blocks[index].key for index in below)) for name in _names(text)]
            found |= {head, *below} if below and 2 * sum(map(is_person, names)) >= len(names) else set()
    return found


def _is_list(keys: list[str]) -> bool:
    """Names with their posts, or two rows and more that are each a day and its plan, or units side by side."""
    named = len(keys) >= _LEAST and 3 * sum(map(_begins_with_name, keys)) >= 2 * len(keys)
    donated = len(keys) >= _LEAST and all(map(_DONATION.match, keys))
    counted = len(keys) >= _LEAST and 3 * sum(_COUNTED.match(key) is not None for key in keys) >= 2 * len(keys)
    return named or donated or counted or (len(keys) > 1 and all(_DAY_CELL.match(key) or names_units(key) for key in keys))


def _begins_with_name(key: str) -> bool:
    """关德海(满族) 发电厂技师, 栾 凤(女) 会计, 组 长:关德海  发电厂厂长."""
    first, *others = _ASIDE.sub("", _behind_post(key)).split() or [""]
    if len(first) == 1 and others and len(others[0]) == 1:
        first += others.pop(0)
    return bool(others) and is_person(first)


def _is_of_people(key: str) -> bool:
    """石榴红(中文系)  陆定邦(化学系): nothing but names, each with the unit behind it in brackets."""
    cells = CELLS.split(key) if key[-1] == ")" else [""]
    return all(cell[-1:] == ")" and is_person(cell.partition("(")[0].replace(" ", "")) for cell in cells)


def _names_behind_label(key: str) -> bool:
    """炼铁车间:王平 李四, 运输连: 朱有福, 会长:黄植  秘书:关山: people by unit, class or office, of several lines below one another; no foot."""
    before, *pairs = _LABELS.split(key) if len(key) <= _LONGEST_ROW else (key,)
    return not before and bool(pairs) and not _labels_staff(key, pairs[::2]) and all(map(_is_of_names, pairs[1::2]))


def _labels_staff(key: str, labels: list[str]) -> bool:
    return has_frame_label(key) or not words("credit_roles").isdisjoint(labels)


def _is_of_names(text: str) -> bool:
    names = _names(text)
    return bool(names) and all(map(is_person, names))


def _names(text: str) -> list[str]:
    """申 屠  呼和牧仁(蒙古族)、白 帆: what blanks and commas part."""
    return split_names(_ASIDE.sub("", text).replace("、", "  "))


def repeated_fields(keys: list[str], begin: int) -> set[int]:
    """Lines from the block `begin` on whose label another line has too, with another value (责任单位:… below each project), and those between."""
    places: dict[str, list[int]] = {}
    for index in range(begin, len(keys)):
        label, colon, value = keys[index].partition(":")
        if colon and value and 2 < len(label) <= _LONGEST_LABEL and all_han(label) and not (is_frame_label(label) or label in words("credit_roles")):
            places.setdefault(label, []).append(index)
    rows = {index for found in places.values() if _differ([keys[i] for i in found]) for index in found}
    return rows | {index + 1 for index in rows if index + 2 in rows and ":" in keys[index + 1][:_LONGEST_LABEL]}


def _differ(keys: list[str]) -> bool:
    """Whether they are no title and its row of the contents, which a page number ends."""
    shortest = min(keys, key=len)
    return any(not key.startswith(shortest) for key in keys)


def _heads_columns(blocks: tuple[Block, ...], index: int) -> bool:
    return len(blocks[index].key.split()) >= _LEAST and all(is_table_row(block.key) for block in blocks[index + 1 : index + 3])

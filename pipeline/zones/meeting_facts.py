"""When and where a meeting was held and who was there: 时间：… 地点：… 出席：… 记录：…, above its minutes or at their foot."""

from pipeline.notation.pattern import Pattern

_WHO = "主持|出席|列席|参加|参会|到会|与会|缺席|请假|记录|紀錄"
_LABEL = Pattern(
    rf"(?:会议|会上|活动|會議)?(?:时间|地点|地址|议题|议程|時間|地點|(?:{_WHO})(?:者|人|人员|领导|单位|同志|人員)?)[(:]",
    first="会活时地议主出列参到与缺请记會時紀",
    needs=":(",
)


def meeting_facts(keys: list[str], prose: list[bool]) -> set[int]:
    """Lines that state such facts, beside another one."""
    stated = {index for index, key in enumerate(keys) if not prose[index] and _states_fact(key)}
    return {index for index in stated if index - 1 in stated or index + 1 in stated}


def _states_fact(key: str) -> bool:
    squeezed = key.replace(" ", "") if " " in key[:6] else key
    return ":" in squeezed[:16] and _LABEL.match(squeezed) is not None

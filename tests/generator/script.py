"""The same bulletin in traditional characters, as Big5 files hold it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.truth import Generated

_SIMPLIFIED = (
    "万专业两个举习书于云产会传体余侧党关内冯况凉几划创办务动劳区医协单卫压县参发台叶号吕启吴员咨团园围国场坚坞处头奖孙学实审宫对导将层属岚岭帮干应开张强录彻态总户执扩护报据数断时晓机权条来构栏样档桥检欧"
    "涌温湾满滨澜点环现电础确称税竞签简紧约级纪练组细织终经结绕维编罗职联节苏获蒋见计认训议讯记讲许论设访证评识试话询语说请读调谈谢负财责贯资赛赵辑达这进远选邓邮郑采鉴销锋长门问间闻队阳际陈难静韩页项领题风"
    "馆马驻验骤齐为━〇"
)
_TRADITIONAL = (
    "萬專業兩個舉習書於雲產會傳體餘側黨關內馮況涼幾劃創辦務動勞區醫協單衛壓縣參發臺葉號呂啟吳員諮團園圍國場堅塢處頭獎孫學實審宮對導將層屬嵐嶺幫幹應開張強錄徹態總戶執擴護報據數斷時曉機權條來構欄樣檔橋檢歐"
    "湧溫灣滿濱瀾點環現電礎確稱稅競簽簡緊約級紀練組細織終經結繞維編羅職聯節蘇獲蔣見計認訓議訊記講許論設訪證評識試話詢語說請讀調談謝負財責貫資賽趙輯達這進遠選鄧郵鄭採鑑銷鋒長門問間聞隊陽際陳難靜韓頁項領題風"
    "館馬駐驗驟齊為─○"
)
_TABLE = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
"""One for one, for the characters of words.py alone."""


def in_traditional(generated: Generated) -> Generated:
    """Text and truth alike."""
    return replace(generated, text=generated.text.translate(_TABLE), truth=_translated(generated.truth))


def _translated(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_TABLE)
    if isinstance(value, tuple):
        return tuple(_translated(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _translated(getattr(value, field.name)) for field in fields(value)})
    return value

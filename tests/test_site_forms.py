"""Forms that sites set below a text for what their readers think of it."""

import pytest

from pipeline.extract import extract
from pipeline.lines import split_lines
from pipeline.normalize import fold
from pipeline.site_forms import form

NOTICE = (
    "关于开展义务植树活动的通知\n各县（区）林业局，市直各单位：\n　　为推动国土绿化，经研究，决定在植树节期间开展义务植树活动，请遵照执行。\n"
    "河湾市林业局\n2019年3月7日\n"
)
FORMS = {
    "a message": "我要留言\n姓名：\n联系电话：\n留言内容：\n验证码：\n提交\n",
    "a choice": "意见反馈\n您对本页内容是否满意：\n○满意 ○基本满意 ○不满意\n",
    "a choice and buttons": "您对本页内容是否满意：\n○满意 ○基本满意 ○不满意\n【打印】【关闭】\n",
    "comments": "\n评论\n用户名：　密码：　匿名\n验证码：　看不清？换一张\n发表评论\n",
    "with a warning": "您的姓名：\n您的邮箱：\n评价等级：\n*留言内容：\n（请勿发布违法信息）\n提交　重置\n",
}


@pytest.mark.parametrize("foot", FORMS.values(), ids=FORMS)
def test_a_form_below_the_signature(foot: str) -> None:
    document = extract((NOTICE + foot).encode())
    (item,) = [item for section in document.sections for item in section.items]
    assert item.text == "为推动国土绿化，经研究，决定在植树节期间开展义务植树活动，请遵照执行。"
    assert (document.masthead.issuer, document.masthead.date) == ("河湾市林业局", "2019-03-07")
    assert [row.text for row in document.distribution] == ["各县（区）林业局", "市直各单位"]
    assert {run.role for run in document.ledger if document.text[run.start : run.end].strip() in foot} >= {"furniture"}


OTHERS = {
    "a form of the annex": "附件：报名表\n姓名：\n单位：\n联系电话：\n",
    "the last lines of a text": "　　请认真填写留言簿，评论要客观。\n　　评价分为满意、不满意两档。\n",
    "a foot": "报：市委\n送：各单位\n责任编辑：佟欣\n",
    "nothing else": "姓名：\n留言内容：\n提交\n",
}


@pytest.mark.parametrize("text", [*(NOTICE + foot for name, foot in OTHERS.items() if name != "nothing else"), OTHERS["nothing else"]])
def test_other_ends_are_none(text: str) -> None:
    lines, _ = split_lines(text, fold(text))
    assert not form(lines)

"""Masthead, distribution, colophon and outline on short texts."""

import pytest

from pipeline.extract import extract
from pipeline.model.document import Document

ISSUE = """
{head}
━━━━━━━━━━━━━━━━━━━━━━

　　　　　　　市总工会召开全委会议

　　3月2日，市总工会召开全委会议，部署全年工作。{body}（市总工会办公室）

━━━━━━━━━━━━━━━━━━━━━━
{foot}
"""
HEAD = "　　　　工　会　信　息\n\n　　　　2021年第3期（总第135期）\n\n某市总工会办公室编　　　2021年3月9日"
FOOT = "报：省总工会，市委林清同志。\n发：各县（区）总工会、各产业工会。\n责任编辑：黄立　E-mail: gh@example.cn　电话：0999-2210351　（共印120份）"


@pytest.mark.parametrize(
    ("recipient", "kind"),
    [
        ("市总工会办公室", "organization"), ("市直机关工委", "organization"), ("市委林清同志", "person"), ("市政府各部门", "group"),
        ("沿江各乡镇", "group"), ("县直学校", "group"), ("自治区直属企业", "group"), ("本院各庭室", "group"),
    ],
)  # fmt: skip
def test_kind_of_a_recipient(recipient: str, kind: str) -> None:
    assert [row.kind for row in issue(foot=f"报：省总工会，{recipient}。").distribution] == ["organization", kind]


@pytest.mark.parametrize(
    ("recipients", "kinds"),
    [
        ("各街道党工委、办事处，各乡镇党委、政府，县妇联", "ggggo"), ("各社区党委、居委会，辖区单位", "ggg"), ("市委常委、市政府", "go"),
        ("各镇、街道，妇联、团委", "ggoo"), ("各镇、妇联", "go"), ("本院各庭室、工会", "go"), ("各车间党支部、厂工会", "go"),
    ],
)  # fmt: skip
def test_what_is_listed_behind_a_class_of_units(recipients: str, kinds: str) -> None:
    assert "".join(row.kind[0] for row in issue(foot=f"发：{recipients}。").distribution) == kinds


def issue(head: str = HEAD, body: str = "", foot: str = FOOT) -> Document:
    return extract(ISSUE.format(head=head, body=body, foot=foot).encode())


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("工会信息\n〔2020〕第十二期\n某市总工会办公室\n(某办准印证第089号)\n2020年5月19日",
         {"title": "工会信息", "year": 2020, "issue_number": 12, "issuer": "某市总工会办公室", "permit_number": "某办准印证第089号", "date": "2020-05-19"}),
        (HEAD, {"issue_number": 3, "cumulative_number": 135, "year": 2021, "issue_label": "2021年第3期（总第135期）"}),
        ("秘密★一年\n政　务　信　息\n〔2021〕3号\n某县人民政府办公室　　2021年4月9日　　签发：费云章",
         {"classification": "秘密★一年", "issue_number": 3, "signatory": "费云章", "title": "政务信息"}),
        ("矿工生活\n2020年·总第206期\n主办：某矿工会委员会\n2020.11.16", {"issue_number": None, "cumulative_number": 206, "issuer": "某矿工会委员会"}),
        ("水利简报\n第二十三期\n指挥部政治处编　　一九五八年十一月九日", {"year": 1958, "issue_number": 23, "issuer": "指挥部政治处"}),
        ("特急\n防汛快报\n第9期\n某市防汛办　　2016年7月9日", {"urgency": "特急", "issue_number": 9}),
        ("院报\n（增 刊）\n某学院党政办公室编　　二〇二三年九月十一日", {"issue_label": "（增 刊）", "issue_number": None, "date": "2023-09-11"}),
    ],
)  # fmt: skip
def test_mastheads(head: str, fields: dict[str, object]) -> None:
    masthead = issue(head)._asdict()["masthead"]._asdict()
    assert {name: masthead[name] for name in fields} == fields


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("　　人大工作通讯\n　　　2006·5\n某区人大常委会办公室编\n二〇〇六年九月二十日", {"year": 2006, "issue_number": 5, "date": "2006-09-20"}),
        ("護理園地\n2016年第2期（季刊）　　某縣醫院護理部　　2016年6月30日", {"title": "護理園地", "issue_number": 2, "issuer": "某縣醫院護理部"}),
        ("★★★学生会周报★★★\n第9期\n某学院学生会秘书处 编", {"title": "学生会周报", "issuer": "某学院学生会秘书处"}),
        ("安全生产快报\n第2期\n　　东湾区安全生产委员会\n　　　　办公室　　2017年2月10日", {"issuer": "东湾区安全生产委员会办公室"}),
        ("青年之声\n一九八八年第四期\n某纺织厂委员会编　　四月三十日", {"date": "1988-04-30", "issuer": "某纺织厂委员会"}),
        ("街道快讯\n第33期（2022年8月15日—8月19日）\n某街道办公室编　　2022年8月19日", {"date": "2022-08-19"}),
        ("学员论坛\n第二期\n某市委党校第38期中青班临时党支部", {"issue_number": 2, "issuer": "某市委党校第38期中青班临时党支部"}),
        ("員工通訊\n第64期\n出版：某集團人力資源部", {"issuer": "某集團人力資源部"}),
    ],
)  # fmt: skip
def test_mastheads_of_other_kinds(head: str, fields: dict[str, object]) -> None:
    masthead = issue(head)._asdict()["masthead"]._asdict()
    assert {name: masthead[name] for name in fields} == fields


def test_masthead_fields_lead_back_to_the_source() -> None:
    document = issue()
    places = {span.field: document.text[span.source_start : span.source_end] for span in document.masthead.spans}
    assert places["issuer"] == "某市总工会办公室"
    assert places["date"] == "2021年3月9日"


def test_a_number_alone_does_not_make_two_issues_one() -> None:
    texts = [f"第53期\n\n{title}\n　　各单位要做好这项工作，确保按时完成，不出事故。\n" for title in ("关于防汛的意见", "关于春季运动会的通知")]
    assert len({extract(text.encode()).id for text in texts}) == 2
    named = [f"防汛动态\n第53期\n青岩水库管理局编　　2021年7月{day}日\n\n　　各站已做好准备。\n" for day in (1, 2)]
    assert len({extract(text.encode()).id for text in named}) == 1


def test_recipients() -> None:
    rows = issue().distribution
    assert [(r.relation, r.text, r.kind) for r in rows] == [
        ("报", "省总工会", "organization"),
        ("报", "市委林清同志", "person"),
        ("发", "各县（区）总工会", "group"),
        ("发", "各产业工会", "group"),
    ]
    assert (rows[1].organization, rows[1].person, rows[1].honorific) == ("市委", "林清", "同志")


def test_two_relations_on_one_line_and_brackets_that_are_not_cut() -> None:
    rows = issue(foot="报：市委办公室　　送：各乡镇党委（含经开区党工委、风景区党工委）；市人大代表").distribution
    assert [(r.relation, r.text) for r in rows] == [
        ("报", "市委办公室"),
        ("送", "各乡镇党委（含经开区党工委、风景区党工委）"),
        ("送", "市人大代表"),
    ]


def test_colophon() -> None:
    colophon = issue().colophon
    assert [(c.role, c.name) for c in colophon.contacts] == [("责任编辑", "黄立")]
    assert (colophon.emails, colophon.phones, colophon.print_run) == (("gh@example.cn",), ("0999-2210351",), 120)


def test_colophon_with_several_names_a_printer_and_a_fax() -> None:
    colophon = issue(foot="主编：严守中　　编辑：宁静　谈笑　　校对：王 平\n某县人民政府办公室　　2021年4月13日印发\n电话：0999-3321456　传真：0999-3321457").colophon
    assert [(c.role, c.name) for c in colophon.contacts] == [("主编", "严守中"), ("编辑", "宁静"), ("编辑", "谈笑"), ("校对", "王平")]
    assert (colophon.printed_by, colophon.print_date, colophon.phones) == ("某县人民政府办公室", "2021-04-13", ("0999-3321456",))


@pytest.mark.parametrize(
    ("foot", "contacts", "print_run"),
    [
        ("责任编辑　黄立　　　　　印数　350份", [("责任编辑", "黄立")], 350),
        ("责任编辑：黄立　　　　　印数：1,800份", [("责任编辑", "黄立")], 1800),
        ("责任编辑：黄立　　　　　（共印1，200份）", [("责任编辑", "黄立")], 1200),
        ("主办：某市总工会\n（签发：林清）", [("签发", "林清")], None),
        ("督印：林伯清　編輯：黃立", [("督印", "林伯清"), ("編輯", "黃立")], None),
    ],
)
def test_names_beside_other_facts_of_the_foot(foot: str, contacts: list[tuple[str, str]], print_run: int | None) -> None:
    colophon = issue(foot=foot).colophon
    assert ([(c.role, c.name) for c in colophon.contacts], colophon.print_run) == (contacts, print_run)


@pytest.mark.parametrize(("above", "below"), [("gh", "xx@example.cn"), ("ghxx@", "example.cn"), ("ghxx@exam", "ple.cn")])
def test_an_address_that_the_margin_cuts(above: str, below: str) -> None:
    colophon = issue(foot=f"责任编辑：黄立　　电话：2210351　　邮箱：{above}\n{below}").colophon
    assert (colophon.emails, colophon.phones) == (("ghxx@example.cn",), ("2210351",))


def test_a_second_address_on_the_next_line_is_another() -> None:
    assert issue(foot="责任编辑：黄立　　邮箱：gh@example.cn\nxx@example.cn").colophon.emails == ("gh@example.cn", "xx@example.cn")


def test_an_address_ends_before_the_next_label() -> None:
    assert issue(foot="编辑：黄立\n地址：云台路8号 三楼 电话：2210351").colophon.address == "云台路8号 三楼"


def test_recipients_of_older_bulletins_and_a_print_run_in_brackets() -> None:
    rows = issue(foot="报送：地委，专署\n抄发：各区委　　　（本期共印45份）").distribution
    assert [(row.relation, row.text) for row in rows] == [("报送", "地委"), ("报送", "专署"), ("抄发", "各区委")]


@pytest.mark.parametrize("tail", ["合编", "联合编印", "编印"])
def test_two_offices_that_edit_together(tail: str) -> None:
    head = HEAD.replace("某市总工会办公室编", f"云台市总工会、云台市妇联{tail}")
    assert issue(head=head).masthead.issuer == "云台市总工会、云台市妇联"


def test_outline() -> None:
    body = "会议要求做好三件事。一是抓学习。认真学习。二是抓服务。三是抓落实，务求实效。"
    item = issue(body=body).sections[0].items[0]
    assert [(o.marker, o.ordinal, o.heading) for o in item.outline] == [("一是", 1, "抓学习"), ("二是", 2, "抓服务"), ("三是", 3, "抓落实，务求实效")]
    assert all(item.text[o.start : o.end].startswith(o.marker) for o in item.outline)

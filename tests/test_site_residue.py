"""Texts that were copied from the pages of sites, with what the sites leave around them."""

import pytest

from pipeline.extract import extract
from pipeline.lines import split_lines
from pipeline.model.document import Document
from pipeline.normalize import fold
from pipeline.site_residue import residue

NOTICE = (
    "沅汀县人民政府办公室关于印发《沅汀县督查办法》的通知\n\n各乡、镇人民政府，县政府各部门：\n\n"
    "  《沅汀县督查办法》已经县政府第三次全体会议通过，现予印发，请遵照执行。\n\n 沅汀县人民政府办公室\n2019年1月17日\n\n"
)
TITLE = NOTICE.partition("\n")[0]
NEWS = "　　9月13日，区审批局会同区消防大队上线“餐饮开办”专区，20天办件418件。\n\n　　省政务办副主任邝志远在调研时给予肯定，要求在全省推广。\n\n"
HEADLINE = "浔湖区“一件事一次办”改革提速"
TABLE = (
    "首页 > 沅汀县人民政府办公室信息公开 > 信息浏览\n索引号： 003129766/201901-00336 组配分类： 规范性文件\n"
    "生成日期： 2019-01-23 文号： 沅政办〔2019〕3号\n废止时间： 2020-01-23 名称： {title}\n浏览次数： 590 内容概述：\n\n"
)
BULLETS = "返回顶部\n\n{title}\n\n  • 索引号：\n\n    6107280000/2024-001005\n  • 来源：\n\n  • 发文机构：\n\n    县政府网站\n  • 发文字号：\n\n    沅政办〔2019〕3号\n\n"
FORUM = "草根家园\n\n 找回密码\n 注册\n\n查看: 2053|回复: 0\n\n{title}\n\n[复制链接]\n发表于 2018-7-20 10:32:51 | 显示全部楼层\n\n您需要 登录 才可以下载或查看，没有帐号？注册\n\nx\n"
LAW_SITE = "您的位置: 首页 » 法律资料网 » 法律法规 »\n\n{title}\n\n时间:2024-05-17 17:46:36 来源: 法律资料网 阅读:8471\n下载地址: 点击此处下载\n\n{title}\n\n沅汀县人民政府办公室\n\n"
BARS = (
    "索 引 号 | 01425838-7/2022-00031 | 分 类 | 农业、林业 / 通知 | 发布机构 | 县政府办 | 发文日期 | 2019-01-23 |\n标       题 | {title} | ||\n"
    "文 号 | 沅政办〔2019〕3号 | 内容概述 | 《沅汀县督查办法》已经县政府第三次全体会议通过，现予印发，请遵照执行。各地在执行中有什么问题，请及时报告。 |\n时 效 | 有效 |\n"
)
SQUARES = "您当前的位置:首页>政务公开>规范性文件\n\n[ 索引号 ] 11500/2020-00160 [ 发文字号 ] 沅政办〔2019〕3号\n[ 成文日期 ] 2020-10-28 [ 发布日期 ] 2020-10-28\n\n关于印发《沅汀县督查办法》的通知\n\n"
VALUES = "113715250043286799/2019-26749960\n县政府办公室\n综合政务;督查\n2019-01-23\n{title}\n有效\n无\n沅政办〔2019〕3号\n"
LINKS = "当前位置: 首页\n> 政务公开 > 文件\n\n{title}\n\n文章来源：县政府办　发布时间：2019-01-23 16:02:30　点击数：1859\n字体：【大】【中】【小】　分享到：\n政策解读链接：点击查看政策解读\n图文解读链接：点击查看图文解读\n\n"
FEET = [
    "免责声明：以上内容来源于网络，仅供参考。\n",
    "【打印本页】 【关闭窗口】\n",
    "扫一扫在手机打开当前页\n",
    "上一篇：关于做好冬季供暖工作的通知\n下一篇：关于召开院长办公会的通知\n\n地址：沅汀县文林路2号　邮编：712000　版权所有\n",
    "分享到：\n【打印】 【关闭窗口】\n主办：沅汀县人民政府办公室 承办：沅汀县信息中心\n备案号：湘ICP备05003418号\n",
]


def titles(document: Document) -> list[str | None]:
    return [item.title for section in document.sections for item in section.items]


def rebuilt(document: Document) -> str:
    return "".join(document.text[run.start : run.end] for run in document.ledger)


@pytest.mark.parametrize("head", [TABLE, BULLETS, FORUM, LAW_SITE, BARS, SQUARES, VALUES, LINKS])
@pytest.mark.parametrize("foot", FEET)
def test_a_document_of_a_site(head: str, foot: str) -> None:
    document = extract((head.format(title=TITLE) + NOTICE + foot).encode())
    assert titles(document) == [TITLE]
    assert document.sections[0].items[0].text.strip() == "《沅汀县督查办法》已经县政府第三次全体会议通过，现予印发，请遵照执行。"
    assert [row.text for row in document.distribution] == ["各乡", "镇人民政府", "县政府各部门"]
    assert (document.masthead.issuer, document.masthead.date) == ("沅汀县人民政府办公室", "2019-01-17")
    assert rebuilt(document) == document.text


@pytest.mark.parametrize("head", [TABLE, BULLETS, BARS, SQUARES, VALUES])
def test_the_number_that_only_the_table_of_the_site_states(head: str) -> None:
    assert extract((head.format(title=TITLE) + NOTICE).encode()).masthead.document_number == "沅政办〔2019〕3号"


@pytest.mark.parametrize(
    "head",
    [
        f"• 1\n手机版\n网站地图\n无障碍\n您的位置: 首页 >政务动态>乡镇动态>详细内容\n\n{HEADLINE}\n\n来源:浔湖区政府 发布时间:2021-10-14 00:00:00 浏览次数: 【字体：大 中 小】\n\n",
        f"手机版\n您的位置: 首页 >政务动态\n\n{HEADLINE}\n\n来源:浔湖区政府 作者:冯某 发布时间:2021-10-14 00:00:00 浏览次数: 【字体：\n\n",
        f"服务中心\n\n行政事务\n\n{HEADLINE}\n\n阅读次数： 日期：2021-10-14\n\n",
        f"综合新闻\n{HEADLINE}\n2021-10-14 阅读量：\n分享：\n\n",
        f"此页面上的内容需要较新版本的 Adobe Flash Player。\n\n当前位置:主页 > 新闻资讯 > 正文\n\n{HEADLINE}\n\n2021-10-14 16:18 | 浔湖区政府 |\n",
        f"热门新闻\n- 孙某在某县调研\n- 全区会议召开\n社情民意\n当前位置：首页 > 社情民意 > 正文\n{HEADLINE}\n2021-10-14 |\n来源：浔湖报\n",
        f"{HEADLINE}\n2021-10-14 10:42:09 | 来源：浔湖网 | 作者：执行局 孟某\n{HEADLINE}\n",
        f"{HEADLINE}\n时间：2021-10-14来源：\n作者：点击数：\n",
        f"欢迎光临！\n基层动态\n您现在所在位置：首页 >> 工作动态\n{HEADLINE}\n发布日期： 2021-10-14    作者： 浔湖区妇联   访问次数：\n\n",
        f"首页/ 专题专栏/ 聚焦/ 正文\n\n{HEADLINE}\n\n来自：   发布时间：2021-10-14\n\n",
        f"{HEADLINE}\n\n{HEADLINE}\n\n发布日期：2021-10-14 浏览次数：6568\n\n",
    ],
)
@pytest.mark.parametrize("foot", FEET)
def test_news_of_a_site(head: str, foot: str) -> None:
    document = extract((head + NEWS + foot).encode())
    assert titles(document) == [HEADLINE]
    assert document.sections[0].items[0].text.strip().startswith("9月13日")
    assert document.sections[0].items[0].text.endswith("在全省推广。")
    assert rebuilt(document) == document.text


def test_a_bulletin_of_a_site_keeps_its_masthead() -> None:
    head = "当前位置：首页 > 政务公开 > 政务信息\n\n　　　　　浔湖政务信息\n\n　　　　　　第38期\n\n来源：浔湖区人民政府办公室　　发布日期：2021-10-14　　浏览次数：236\n\n"
    document = extract((head + HEADLINE + "\n\n" + NEWS).encode())
    assert (document.masthead.title, document.masthead.issue_number, document.masthead.date) == ("浔湖政务信息", 38, "2021-10-14")
    assert titles(document) == [HEADLINE]


def test_a_text_that_quotes_a_number_is_no_fact_of_the_masthead() -> None:
    text = f"{HEADLINE}\n\n发布日期：2021-10-14 浏览次数：6568\n\n6月26日省指挥部下发〔2002〕18 号《电话传真》内容如下：\n{NEWS}"
    assert titles(extract(text.encode())) == [HEADLINE]


@pytest.mark.parametrize("sentence", ["职工可关注“惠工”微信公众号报名。", "市民扫一扫就能投诉，十分方便。", "转载时请注明出处，违者必究。", "网站把举报箱设为首页，群众很满意。"])
def test_a_sentence_that_says_what_sites_say(sentence: str) -> None:
    document = extract(f"{HEADLINE}\n\n{NEWS}　　{sentence}\n".encode())
    assert document.sections[0].items[0].text.endswith(sentence)


def test_a_title_that_says_what_sites_say() -> None:
    assert titles(extract(f"扫一扫轻松缴费\n\n{NEWS}".encode())) == ["扫一扫轻松缴费"]


@pytest.mark.parametrize(
    "line",
    "打印本页 关闭窗口 【打印】 打印正文 分享到 上一条：某通知 下一篇：某通知 点击蓝字 关注我们 扫一扫在手机打开当前页 微信扫一扫 扫码关注 长按二维码 阅读原文 "
    "版权所有 版权声明：某某 某ICP备05003418号 某公网安备123号 网站标识码123 网友评论：0 此页面上的内容 免责声明：某某 查看详情 143人看过 发表回复 点击下载某表 "
    "附件【报名表.docx】已下载12次 只看该作者 返回顶部 返回列表 回到目录 关注沅汀农垦官方微信 转载请注明出处 使用道具 复制链接 设为首页 加入收藏 ·".split(),
)
def test_each_thing_that_sites_print(line: str) -> None:
    assert residue((*split_lines(f"某县召开会议\n{line}", fold(f"某县召开会议\n{line}"))[0],)) == {1}


@pytest.mark.parametrize(
    "foot",
    [
        "Tags：督查 办法\n免责声明：凡本网注明“来源：XXX（非本网）”的作品，均转载自其它媒体，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。\n上一篇：某通知..    下一篇：某工作..\n",
        "标签：督查 办法\n声明：本网转载的文章，版权归原作者所有，如有侵权请联系我们删除，我们将在收到通知后及时处理，并对由此带来的不便表示歉意，谢谢支持。\n【返回顶部】【打印】【关闭】\n",
        "关键词：督查\n\n【打印】【关闭】\n",
    ],
)
def test_key_words_and_notices_below_a_text(foot: str) -> None:
    document = extract(("当前位置：首页 > 公文\n\n" + NOTICE + foot).encode())
    assert titles(document) == [TITLE]
    assert document.sections[0].items[0].text.endswith("请遵照执行。")


def test_a_page_in_traditional_characters() -> None:
    page = "當前位置：首頁 / 通知公告 / 正文\n\n縣人民政府關於\n督查工作的若干意見\n沅政發〔2018〕26號\n各鄉、鎮人民政府：\n為加強督查工作，現就有關事項提出如下意見，請認真貫徹執行。\n沅汀縣人民政府\n2018年7月2日\n\n上一條：某公告\n下一條：沒有了\n"
    document = extract(page.encode())
    assert titles(document) == ["縣人民政府關於督查工作的若干意見"]
    assert (document.masthead.document_number, document.masthead.date) == ("沅政發〔2018〕26號", "2018-07-02")


@pytest.mark.parametrize("cut", ["{}{}", "{}\n{}", "沅汀县人民政府办公室\n{}{}", "沅汀县人民政府办公室\n{}\n{}"])
def test_a_title_that_stands_twice(cut: str) -> None:
    document = extract((TITLE + "\n" + cut.format(TITLE[:15], TITLE[15:]) + NOTICE[len(TITLE) :]).encode())
    assert titles(document) == [TITLE]
    assert rebuilt(document) == document.text


def test_a_page_of_hong_kong() -> None:
    page = f"新聞公報\n\n簡體版　英文版　寄給朋友　政府新聞網\n\n{HEADLINE}\n＊＊＊＊＊＊＊＊＊＊＊＊\n\n{NEWS}2012年10月24日（星期三）\n\n列印此頁\n回頁首\n"
    document = extract(page.encode())
    assert titles(document) == [HEADLINE]
    assert (document.masthead.title, document.masthead.date) == ("新聞公報", "2012-10-24")
    assert rebuilt(document) == document.text


def test_entries_of_the_contents_behind_a_sign_are_no_path() -> None:
    issue = f"　　　工作简报\n　　　　第3期\n主办：某市某局　　2021年3月9日\n──────────\n　　◎导　读◎\n　　＞{HEADLINE}\n　　＞续保提醒\n\n▲{HEADLINE}\n{NEWS}▲续保提醒\n{NEWS}"
    document = extract(issue.encode())
    assert titles(document) == [HEADLINE, "续保提醒"]
    assert [entry.title for entry in document.contents] == [HEADLINE, "续保提醒"]
    assert document.masthead.title == "工作简报"


def test_a_title_that_speaks_of_the_next_page_stays() -> None:
    document = extract(f"　　　工作简报\n　　　　第3期\n某市某局　　2021年3月9日\n──────────\n\n翻开水利事业下一页\n{NEWS}\n首页 | 上一页 | 2 | 下一页\n".encode())
    assert titles(document) == ["翻开水利事业下一页"]
    assert [run.role for run in document.ledger if "上一页" in document.text[run.start : run.end]] == ["furniture"]

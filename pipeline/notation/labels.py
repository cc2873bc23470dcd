"""Fixed labels of a bulletin's frame, by their form alone (folded text).

期号  准印证  密级  紧急程度  签发人  报：送：发：  印数  电话  E-mail  编者按  附件  主题词
"""

from pipeline.notation.pattern import Pattern

_N = r"[ ]?\d{1,6}[ ]?"
_N_SPACED = r"([ ]{0,4}\d[\d ]{0,7})"
_AND_NEXT = r"(?:[-—–~、至][ ]?\d{1,4}[ ]?)?"
_SHORT = 20
"""Characters of a line that 增刊 is the number of."""

# --- 期号
NUMBER_IN_YEAR = Pattern(
    rf"(?<![总總])(?<![总總][ ])(?<!字)第[(〔\[]?{_N_SPACED}[)〕\]]?(?:{_AND_NEXT}[期号號](?!(?!合[刊订])[\u4e00-\u603a\u603c-\u7e3c\u7e3e-\u9fff])"
    rf"|[辑輯集](?=[ ()〕\])】]|$))|(?<=[〕\])】]){_N_SPACED}[号期]"
    r"|(?<![A-Za-z])V[oO][lL]\.?[ ]?(\d{1,4})(?!\d)|(?<=[报刊讯誌志報訊])[ ]?#(\d{1,4})$"
    rf"|N[oO][. ]{{1,2}}(\d{{1,4}})(?!\d)|年[ ]?(\d{{1,3}})[ ]?[期号]|年[ ]?(\d{{1,3}})[ ]?月[号號]|^(?:19|20)\d\d[ ]?·[ ]?(\d{{1,2}})$"
    r"|^[〔\[(【](?:19|20)\d\d[〕\])】][ ]?(\d{1,3})$",
    needs="期号號辑輯集oO·〕])】#",
    numerals=True,
)
"""第12期, 第5-6期 of which the first counts, 第二辑, 〔2021〕3号, No. 3, 2021年第3期, 2021年3月号, 2021·3, [2021]3, Vol. 26, 周报 #37."""
CUMULATIVE_NUMBER = Pattern(rf"[总總][ ]?(?:第|期数:|[号號]:)?{_N_SPACED}(?:{_AND_NEXT}[期号號]|(?=[)〕\]】]))", needs="总總", numerals=True)
YEAR = Pattern(
    r"(\d{4})[ ]?(?:年度?)?[ ]?[〕\])】]?[ ]?[·,.]?[ ]?(?=[(\[]?[ ]?(?:[总總第增]|[ ]?\d[\d ]{0,5}(?:[期号]|月[号號])|N[oO]))"
    r"|^(\d{4})[ ]?·(?=[ ]?\d{1,2}$)",
    needs="期号刊oO总總第·",
    numerals=True,
)
YEAR_MONTH = Pattern(
    r"(?:^|  |[·•|][ ]?)(?P<year>\d{4})[ ]?年[ ]?(?P<month>\d{1,2})[ ]?月(?:[ ]?(?:[号號刊]|出版|编印|編印|编|編|印))?(?=  |$| [\u4e00-\u9fff])"
    r"|(?<=[报刊讯報訊])[ ]?(?P<y>(?:19|20)\d\d)-(?P<m>[01]\d)$",
    needs="月-",
    numerals=True,
)
"""An issue of a month, without its day; 月报 2023-09."""
SUPPLEMENT = Pattern(r"[(〔\[【]?[ ]?增[ ]?刊[ ]?[)〕\]】]?", needs="刊")
SERIAL = Pattern(rf"^\(?第{_N}号\)?$", needs="号", first="(第", numerals=True)
PLAIN_NUMBER = Pattern(r"^[(〔【\[][ ]?\d{1,4}[ ]?[)〕】\]]$", first="(〔【[", numerals=True)
LONE_NUMBER = Pattern(r"^(\d{1,4})$|(?<![ \d)])[ ]*[(〔【\[][ ]?(\d{1,4})[ ]?[)〕】\]]$", last="0123456789)〕】]", numerals=True)
"""4 on its own line, (102), 工作简报(8): the number of an issue, or its year, where no words say so."""

# --- 准印证, 密级, 紧急程度, 份号, 签发人
PERMIT = Pattern(
    r"(?P<value>(?:(?<=证:)[^\s:]{2,14}?|(?<=证号:)[^\s:]{2,14}?|(?<=刊号:)CN[ ]?"
    r"|(?:[(〔][^\W\d]{1,3}[)〕])?[^()\[\]【】\s:]{0,14}(?:准印|内资|内刊|内书|新出|内部资料准|登记证|准字|刊号|印证|局版.{2,4})字?"
    r"(?:[(〔][^\W\d]{1,3}[)〕]字)?"
    r"(?:[(〔\[]\d{4}[)〕\]])?)"
    r"[^()\[\]【】:\s]{0,20}?\d[\d—-]*(?:/\(?[A-Z]\)?)?[^()\[\]【】\s\d]{0,2}?(?:[号號]|(?<=[A-Z]\))|(?=[)\]】\s]|$)))",
    needs="准资刊证书出版",
    numerals=True,
)
CLASSIFICATION = Pattern(
    r"^\(?(?:密级:)?(?P<value>(?:绝 *密|机 *密|秘 *密)(?:[★*☆·]?[ ]?\d{0,3}[年月日]?(?:长期)?)?"
    r"|内部(?:资料|刊物|文件|参阅|情况|材料|参考)[^。:]{0,12}?|仅供[^。]{2,10}?)(?=\)?(?:  |$))",
    needs="密部仅",
    numerals=True,
)
URGENCY = Pattern(r"^(?:紧急程度:)?(?P<value>特急|加急|特提|平急|急件|限时|急)$", needs="急提限")
COPY_NUMBER = Pattern(r"(?:^|  )(?:份号:?|№|No\.)?[ ]?(?P<value>\d{5,6})(?=  |$)", needs="0123456789")
SIGNATORY = Pattern(
    r"[签簽][ ]?[发發](?:人)?[ ]?:[ ]*(?P<value>[^\s:,;()、]{1,4}(?:[ ][^\s:,;()](?![^\s]))?"
    r"(?:[、 ]+(?:[^\s:()]{2,4}|[^\s:()、][ ]{1,2}[^\s:()、](?!\S))){0,4})",
    needs="签簽",
)
EDITED = Pattern(
    r"[ ]*(?:(?:(?<![妇文侨残科社])联)?合)?"
    r"(?:编[ ]?[印发制辑写](?:出版)?|整理|編印|主[ ]?[办辦编]|出[ ]?[版刊]|刊[ ]?[印发行]|印[ ]?[发制]|承[ ]?办|[编編印])[ ]*$",
    last="印发制辑写办辦版刊行编編理 ",
)
ISSUED = Pattern(r"[ ]*(?:(?:主办|主辦|编|編)(?:[ ]?(?:单位|單位))?|编辑出版|出版)[ ]*$", last="办辦编編位單版 ")
"""What a foot says behind the issuer's name; 印 there names the printer."""
NAMED = Pattern(r"^(?:[报報刊][ ]*名|[名题題]称?)[ ]*:[ ]*(?=.)", needs=":")
"""Before the name of a bulletin, in a record of a database."""
_EDITED_BY = (
    "主[办辦](?:单位|單位)?|[编編](?:印|发|發|制|辑|輯|者)?(?:单位|單位)?|承[办辦]|主[编編](?:单位|單位)|(?:[发發]行|出版)(?:单位|單位)?"
    "|(?:信息|文章|稿件)?[来來]源|作者|[发發][布文](?:单位|單位|机构|機構|机关|機關)"
)
EDITED_BY = Pattern(rf"^(?:{_EDITED_BY})[ ]*:[ ]*", needs=":")

LABELLED_ON = Pattern(r"(?<=[^: ]) +[^ :,。]{2,6}:.*$", needs=":")
"""What stands behind a name on its line, from the next label on: 某某协会　阅读：210 次, 某某协会编    电话：27765."""

PUBLISHED = Pattern(
    r"(?:^|[ (|【\[])(?:发布|更新|发稿|发表|添加|录入|公开)?[ ]?(?:时间|日期)[ ]?:[ ]*(?=(?:19|20)\d\d)"
    r"|(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d(?: +发表于|$)|^(?:发表于 ?)?(?:19|20)\d\d-\d\d?-\d\d?(?: \d\d:\d\d(?::\d\d)?)? *\|"
    r"|(?:19|20)\d\d年\d{1,2}月\d{1,2}日 \d\d:\d\d(?: +[^ ]{2,3})?$"
    r"|^(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?(?: \d\d:\d\d(?::\d\d)?)?"
    r" +(?:信息|文章|稿件)?(?:[来來]源|作者|发布|编辑|阅读|浏览|点击|字号)[^:]{0,6}:",
    needs=":|",
)
"""When a web page or an article of a chat account was published."""

CHAT_ACCOUNT = Pattern(r"^原[创創][ ]?:?[ ]+(?:[^ ]+ )?(?P<value>[^ ]+) +(?=(?:19|20)\d\d[-年])", first="原")
"""Author and account above an article of a chat account: 原创 佟欣 某某工会 2023-06-02 17:30 (2023年6月2日 17:30 as its page shows it)."""

_TABLE = "|".join(
    " *".join(label)
    for label in (
        "索引号 主题分类 信息分类 体裁分类 组配分类 分类 公开类别 公开方式 公开形式 公开时限 "
        "生成日期 生效日期 生效时间 失效日期 颁布单位 颁布日期 废止日期 废止时间 归档时间 实施日期 "
        "发文日期 成文日期 发文机构 发文机关 发布机构 发布部门 发文字号 发布文号 发文文号 文号 标题 名称 信息名称 信息来源 内容概述 有效性 时效 "
        "发文单位 主题词 檔號 保存年限 受文者 發文日期 發文字號 速別"
    ).split()
)
METADATA = Pattern(
    rf"[•·\[【(]*[ ]*(?:{_TABLE}|密等[^:]{{0,14}}|附件(?=:如))[ ]*[\]】)]?[ ]*[:|]|[\[【][ ]*(?:{_TABLE})[ ]*[\]】]"
    r"|发[ ]*电$|发电单位[ ]|签批盖章[ ]|等级[ ]+(?:特急|特提|加急|平急)",
    needs=":|]】 电",
    first="索主信体组分公生失颁废归实发成内有时标名文檔保受發速密附签等•·[【( ",
)
"""The table that a government's web page sets above a 公文, and the head of a telegram (明传电报)."""

# --- 报 送 发
_RELATIONS = (
    "报送|呈报|呈送|交流|交换|抄报|抄送|抄发|分送|分发|下发|印发|发送|主报|主送|增发|送达|发至|此期发|抄致|抄知|抄[ ]+送|抄[ ]+报|主[ ]+送|报[ ]+送"
    "|報送|呈報|抄報|分發|下發|發送|主報|正本|副本|赠阅|贈閱|赠送|贈送|报|送|发|呈|抄|報|發"
)
RELATION = Pattern(
    rf"^[*_]{{0,2}}(?P<relation>{_RELATIONS})(?:[ ]*:[*_]{{0,2}}\s*|(?<=[抄分赠贈][送报報發阅閱])[ ]+(?!:))(?=\S)",
    needs=": ",
    first="*_报呈交抄分下印发主增送此報發赠贈正副",
)

# --- 报尾
EMAIL = Pattern(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", needs="@")
SHORT_PHONE = Pattern(r"(?<![\d-])(?:\d{2,3}-)?\d{4,6}(?![\d-])")
PHONE = Pattern(
    r"(?<![\d-])(?<!\d—)(?:\(?0\d{1,3}\)?[-— ]?)?\d{7,8}(?:-\d{1,5})?(?![\d-])|(?<![\d-])(?:\(0\d{2,3}\)|0\d{2,3}[-—])\d{6}(?![\d-])"
    r"|(?<![\d-])\(?0\d{1,3}\)?[- ]?\d{3,4}[- ]\d{4}(?![\d-])|(?<![\d-])[2-9]\d{3}[ ]\d{4}(?![\d-])"
    r"|(?<!\d)1[3-9]\d{9}(?!\d)|(?<![\d-])400-?\d{3}-?\d{4}(?!\d)",
    needs="0123456789",
)
PRINT_RUN = Pattern(
    r"(?:共?[ ]?印[ ]?[数數发制刷]?|本期共?[发發]行)[ ]*[:,]?[ ]*(?P<run>[ \d][ \d,]{0,8})[ ]?[份册本]"
    r"|印[ ]?[数數][ ]*:[ ]*(?P<run2>\d{1,3}(?:,\d{3})+|\d+)",
    needs="印行",
    numerals=True,
)
PRINTED = Pattern(r"印[ ]?[发發][ ]*$|日[ ]?印(?:[ ]?[发發制]|[ ]*$|  )|[厂廠社司](?:承印|印[ ]?[刷制])[ ]*$|印发(?:机关|日期|时间|单位)", needs="印")
ADDRESS = Pattern(r"[址][ ]*:[ ]*(?P<address>[^\s;]+(?:[ ](?![^\s:;]+\s*:)[^\s:;]+)*)", needs="址")
WEBSITE = Pattern(r"(?:https?://|www\.)[A-Za-z0-9./_?=&%-]+", needs="w/")

# --- 编者按, 附件, 附注, 发文机关标志
NOTE = Pattern(
    r"^[【\[(〔]?(?P<label>编[ ]?者[ ]?的?[ ]?[按话語语]|編者按|按[ ]?语|按語|【?按】?)(?:】|\]|\)|〕)?[ ]*(?::|】|$|(?<=】)|(?<=\])|(?<=〕))[ ]*",
    needs="按语語话",
    first="【[(〔编編按",
)
NOTICE = Pattern(
    r"(?:(?:本[刊报報]|编辑部)?(?:更[ ]*正|补[ ]*正|補[ ]*正|勘[ ]*误|勘[ ]*誤|正[ ]*误|正[ ]*誤|致[ ]*歉)(?:启事|啟事|说明|說明|声明|聲明|公告)?"
    r"|[^,。:;、《》]{0,6}(?:启[ ]*事|啟[ ]*事|敬[ ]*告)):(?=.)",
    needs=":",
)
"""Before the text of a notice of the editors: 更正启事：, 勘误：, 征稿启事：."""
FIELD = Pattern(
    r"[【\[〔](?P<name>[\u4e00-\u9fff]{2,4})[】\]〕][ ]*:?[ ]*",
    first="【[〔",
)
"""The label of a field in a record of a database."""
SUBJECT_WORDS = Pattern(r"^主[ ]*题[ ]*词[ ]*:?", first="主")
ANNEX = Pattern(r"^(?:附[ ]?[件表录图]|附)[ ]*\d{0,3}[ ]*:?$", first="附", numerals=True)
ANNEX_NOTE = Pattern(r"^附(?:件|表|录|图)?[ ]*\d{0,2}[ ]*:(?=.)", first="附")
POSTSCRIPT = Pattern(
    r"^\((?:此件|本文|信息公开|联系|全文|公开|此文|依申请|主动公开|不予公开|有删减|另有|注)[^()]*(?:\([^()]*\)[^()]*)*\)$"
    r"|^\([^()]*(?:联系人|电话)[^()]*:[^()]*\)$|^(?:信息)?公开(?:方式|形式|属性|选项|类别|类型|时限)[ ]*:[^:。]{2,12}$",
    first="(公信",
)
SERIAL_OF_OFFICE = Pattern(
    r"^(?:[发發]文字[号號][ ]*:)?[ ]*(?P<value>(?![^字]*(?:[准印刊登证證资資]|局版))[^\W_a-zA-Z]{1,12}字[ ]?第[ ]?\d{1,12}[ ]?[号號])$",
    needs="字",
    last="号號",
    numerals=True,
)
"""建二字第三一七二號, 發文字號：某府教字第1040012345號: a 文号 without a year, of the Republic and of Taiwan."""
OFFICE_MARK = Pattern(
    r"^(?!.*(?:关于|研究|的))[^,。;:]{2,40}(?:文[ ]?件|令|令\(第[^()]{1,6}号\)|公报|会议纪要|办公会纪要"
    r"|[省市县縣区區州局会會府部厅廳委][ ]*(?:明[ ]*[传傳][ ]*)?[电電][ ]*[报報])$"
    r"|^文[ ]*件$|^(?:[明传真内部][ ]*){2,4}电[ ]*报$",
    needs="件令公纪电電",
    last="件令报報要)",
)

SEALED = Pattern(r"[(（](?:印|章|印章|公章|盖章|蓋章|签章)[)）]\s*$", needs="印章")
"""Where the copy of a 公文 says that its original bears a seal."""
TELEGRAM = Pattern(r"[明密][电電]", first="明密")
"""The kind of a telegram, beside its urgency."""
SUBJECT = Pattern(r"事[ ]*由(?:[ ]*:[ ]*|[ ]{2,})(?=.)", first="事")
"""Before the title of an older 公文: 事由：为布置征收工作由."""
SERIAL_OF_YEAR = Pattern(r"\(?(?:(?:19|20)\d\d[ ]?年[ ]?)?第[ ]?\d{1,4}[ ]?[号號]\)?$", last="号號)", numerals=True)
"""第16号, 2018年第22号: the number of an order or a public notice."""


def has_issue_number(key: str) -> bool:
    """Whether the line bears a number of a bulletin: 第12期, 〔2021〕3号, 总第206期, No. 3, 增刊."""
    if NUMBER_IN_YEAR.search(key) or CUMULATIVE_NUMBER.search(key):
        return True
    return len(key) < _SHORT and SUPPLEMENT.search(key) is not None

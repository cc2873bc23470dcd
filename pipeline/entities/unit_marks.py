"""Characters and short words by which names of units are read; the long lists are data files of the lexicon."""

DIVISIONS = frozenset("省市区县州旗盟镇乡村")
WIDE_DIVISIONS = tuple(
    (
        "特别行政区 自治区 自治州 自治县 自治旗 高新技术产业开发区 经济技术开发区 高新技术开发区 经济开发区 工业园区 产业园区 开发区 高新区 "
        "经开区 边境经济合作区 经济合作区 综合保税区 保税区 风景名胜区 风景区 工业区 新区 示范区 "
        "中心商务区 中央商务区 综合实验区 实验区 自然保护区 保护区 旅游度假区 度假区 社区 街道 地区 特区 园区"
    ).split()
)
GENERIC_DIVISIONS = frozenset(("社区", "街道", "地区", "园区", "特区", "自治县"))
"""Divisions that are none without a name: a 社区工会 may be any."""
HEADS = tuple(
    (
        "地方国营 国营 大韩民国 中华人民共和国 中国人民 中国 全国 国家 中央 中华 中华民国 国立 省立 市立 私立 中共 共青团 国际 世界 亚洲 "
        "国网 南网 华能 国电 中国人保 中国人寿 中国平安 中国太保 "
        "欧洲 亚太 太平洋 非洲 美洲 拉美 中日 日中 中美 美中 中俄 俄中 中韩 韩中 中英 中法 中德 "
        "皇家 海军 空军 陆军 解放军 武警 农行 工行 建行 中行 中铁 中建 中交 中车 中冶 中储粮"
    ).split()
)
"""What stands at the head of a name as a place does."""
PARTIES = frozenset("民革 民盟 民建 民进 农工党 致公党 九三学社 台盟".split())
"""Parties whose local bodies bear their name: 民建 | 云州市委."""
NO_RELATIVE = frozenset("政社园地小灾校景院特辖城林矿牧郊乡农上超门都夜闹股下")
"""小区, 城市, 上市, 农村, 下乡: characters that make another word of a division."""
CLASS_BEFORE = frozenset("全各两每外几多某")
"""全市, 各县: before a division they make a class of what follows."""
LEADING = frozenset("应经据由受被如令让归接除忆好继交致赠听者使像当")
"""Before a name they are no part of it: 应 | 邮电 | 部."""
STOP = frozenset(
    "使著有按离的在是到赴向对由从与及跟给被把将于并也都了着过让请以该本此这那每各我你他她它们就才已说称往据随至或但则某等和其级记下而兼要没还仅虽且待因"
)
"""Characters that stand in no proper name, as good as always."""
SOFT_STOP = frozenset(
    "为来同进经原达任派率访前后由去入问送获受持驻距离令推选评授报转发抓促助帮救查"
    "督导借凭沿绕围靠抵现名家个位所次年月日号人中内外里上下地得原"
)
"""Characters that stop a proper name which has its two characters already."""
DIVISION_STOP = frozenset("划跑找驻来议进为经任派率访由去入问送获受持令推选评授报转抓促助帮救查督导借凭沿绕围靠抵现人听致赠者用使住")
"""Characters that stop the name of a division of which nobody has heard."""
JOINTS = frozenset("、和与及")
"""Between the members of a list."""
MEASURES = frozenset("个家名所座幢栋支处条次场月岁")
COUNTS = frozenset("0123456789一二三四五六七八九十百千万两几多余数各这那每该某首")
"""两家, 17所: what is counted is no name."""
SETTLEMENTS = frozenset("子村店堡屯庄铺湾")
"""Behind a count they make the name of a place of it: 八家子."""
LANDFORMS = SETTLEMENTS | frozenset("营沟河桥山岭坡口坪塘寨坝屿洲滩坑峪洼集寺庙路街")
"""With which the names of small places end."""
CLINICS = frozenset("内外妇儿骨眼产")
"""Characters that are departments of a hospital with 科."""
NUMERALS = frozenset("一二三四五六七八九十百零〇0123456789")
VERBS = frozenset("联合 组织 服务 指导 管理 监督 协调 建设 帮扶 调研 培训 采购 接待 督查 调查 统筹 领导 巡视 检查".split())
"""Words for what units do that are also what one unit does with the next: 院工会 | 联合 | 护理部."""
SERVICES = frozenset("公安 国税 地税 工商 烟草 邮政 电信 移动 联通 广电 广电网络 人保 外轮代理 新华书店".split())
"""What names a service of the whole state before the place of its branch."""
ACTIONS = (*VERBS - {"服务", "管理", "建设", "协调", "监督"}, *(
    "成立 建立 组建 设立 创办 召开 举行 举办 开展 推进 推动 加强 加快 提高 建成 支持 引进 引导 启动 新增 新建 新开 打造 "
    "出台 落实 实施 完成 参加 参观 "
    "批转 走进 进入 前往 合建 共建 联建 合办 共同 "
    "走访 慰问 深入 鼓励 依托 利用 通过 结合 按照 围绕 针对 面向 选举 当选 担任 出任 批准 同意 授予 获得 荣获 签订 收购 访问 考察 接待 欢迎 邀请 "
    "了解 推行 实行 兼并 重组 改组 援建 捐赠 捐建 入选 加入 退出 决定 要求 表示 发出 印发 下发 转发 公布 牵头 组成 送到 "
    "首家 首个 优秀 先进 有关 各级 所有 评议 探访 扎根 慰劳"
).split())
"""Words that no name of a unit holds."""
NUMBERED_SCHOOLS = frozenset(f"{number}中" for number in "一二三四五六七八九十")
LEGAL_FORMS = ("集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "集团")
"""Endings of the full names of companies, the longest first."""
TRADES = ("厂", "公司", "集团", "研究所", "研究院", "设计院", "协会", "学会")
"""Endings before which any everyday word may say what the unit does: 松浦 | 机器 | 厂."""
INDUSTRIES = frozenset(
    "建筑 搬运 纺织 铁路 海员 财贸 手工业 邮电 煤矿 煤炭 地质 机械 冶金 化工 轻工 电力 石油 农林 林业 港口 油田 钢铁 矿务 航天 航空 农垦 公路 "
    "水利 民航 卫星 盐业 渔业".split()
)
"""Trades that have a union or a hospital of their own."""
NAMING = frozenset(
    "安居 平安 祥和 康乐 大众 民生 爱心 明珠 江南 江北 东海 南海 北海 黄河 长江 泰山 昆仑 太阳 金星 新星 红星 五星 前哨 跃进 富强 环球 "
    "光华 协和 仁和 永和 泰和 "
    "北方 南方 东方 东门 西门 南门 北门 解放 力量 首都 "
    "阳光 幸福 和平 光明 胜利 团结 红旗 东风 前进 育才 曙光 长城 友谊 朝阳 春晖 振兴 兴隆 先锋 金色 童心".split()
)
"""Everyday words that units are called by: 曙光 | 医院."""
NO_TRADE = frozenset(
    "外国 国外 境外 海外 省外 "
    "有关 相关 所属 下属 直属 当地 外地 本地 附近 各地 全体 一些 这些 那些 所在 工作 成立 走进 走访 来到 进入 加入 参加 参观 考察 组织 支持 帮助 "
    "要求 国有 国营 大型 小型 中型 知名 著名 优秀 上市 跨国 母公 这个 那个 这家 一家 多家 两家 几家 重点 主要 同类 同行 其他 其它 上述 自己 "
    "我们 他们 代表 担任 出任 视察 访问 调研 检查 指导 创办 开办 收购 举报 起诉 状告 领导 离开 通知 邀请 委托 介绍 推荐 慰问 看望".split()
)
"""Everyday words that do not."""

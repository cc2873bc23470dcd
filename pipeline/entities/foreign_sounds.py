"""Characters that write the sounds of other languages in names of persons."""

from pipeline.entities.unit_marks import STOP

SOUNDS = frozenset(
    "娃阿埃艾爱安昂奥巴班邦保鲍贝本比彼宾波伯勃博布查察才措达丹当道德登邓迪蒂丁东杜多顿厄恩尔法范菲费芬丰冯夫弗福富盖冈高戈哥格葛根"
    "古瓜哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰金卡凯坎康考科可克肯孔库夸奎拉莱赖兰朗劳勒雷里利列林琳卢鲁伦罗洛马玛迈麦曼梅门蒙孟"
    "米密明莫默姆穆纳娜奈南内尼宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰乔切琴热仁日瑞若萨塞桑沙山尚舍申圣施史士斯松苏索塔泰坦汤唐陶特提"
    "图托瓦万威韦维魏温翁沃乌西希夏谢辛休雅亚扬耶伊因英尤于约泽扎詹张兹佐丽莎娅妮薇茜珍芳买合不都依江木力孜汗别吾牙吐逊玉素甫让卓"
    "森叶烈什丘茨喀昆芒缅朴钦琼屈舒珊廷廖锡逊朔撒乃楚策戴央旺次贡嘎席桃娥芭茨恺梵霖崔蓬佛寇缪裴荷拿破仑铎祖瑟柴斐圭朱帖浦洁露丝黛蕾婷弥亥桂卜柏笛肖翰"
    "得涅立盏墨略"
)
"""Those of foreign names, and of names with a dot."""
NATIVE = frozenset("措旦杰尕藏才其木云仁朝鲁和求更文毛智东拉先姐求青宗周太加让召岩罕相扎仓珠刚呼宝音琴增堆群培曲赤吾完么顺温香嫩论额俄那叫色敖呷毕")
"""Those by which names of Mongols, Tibetans, Uyghurs, Dai and Kachin are written besides: 布和朝鲁, 多杰才旦, 岩罕温."""
NO_SOUNDS = STOP - SOUNDS
"""Little words that stand in no foreign name."""
NO_NATIVE = NO_SOUNDS - NATIVE
"""And in no other of several syllables."""


def is_dot(c: str) -> bool:
    """Whether a character stands between the parts of a foreign name."""
    return c != "" and c in "·•"

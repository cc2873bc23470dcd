"""Both scripts, 简体 and 繁體, character for character (after OpenCC)."""

_SIMPLIFIED = (
    "万专业丛东严丰丽举乌乐乔习乡书云产众会传余储儿党兰关养内写农冯况击划刘办务动劳区医华协单卢卫厂厅厉县参发台叶号吕吴员呙团园国图场坛声处复头夹娄孙学宁实审宫宾对导尔尘尧层巩帅师广庄库应庞张强归录怀态总战执护报拟摄撷数时晋术"
    "朴机权条来杨栏样栾楼横欧毕汇汤涂温满点热爱独电监盖盘矿离窦笔签简红约纪纵线练组终经统维综编缪缮网罗聂职联芦苏荆荟荣营萧蒋蓝蔺见观规视览计议讯记许论设访评话语诸诺读调谈谌谢谭谯贝责费贺贾资赏赖赵践车轩辑辕边进连迟选递邓邝邬"
    "邮邹郏郑郦采钟钭钮钱银锋锦锺镇长门闫闭问间闵闻闾阅阎阙阚队阳阴陆陈随韦韩项须顾预题颜风饶馆馈马骆验鲁鲍鲜麦黄齐龙龚"
    "个吨顷亿辆顶双颗栋剂亩镑种级岁页册盏枪筹块顿叠担厘兹纳轻户类轮课围龄标结"
    "节当后这礼闰几过圣诞妇军惊亲际腊蛰顺绪庆启祯从将与树宪残献识阵粮旧愿环无该两"
)
_TRADITIONAL = (
    "萬專業叢東嚴豐麗舉烏樂喬習鄉書雲產眾會傳餘儲兒黨蘭關養內寫農馮況擊劃劉辦務動勞區醫華協單盧衛廠廳厲縣參發臺葉號呂吳員咼團園國圖場壇聲處復頭夾婁孫學寧實審宮賓對導爾塵堯層鞏帥師廣莊庫應龐張強歸錄懷態總戰執護報擬攝擷數時晉術"
    "樸機權條來楊欄樣欒樓橫歐畢匯湯塗溫滿點熱愛獨電監蓋盤礦離竇筆簽簡紅約紀縱線練組終經統維綜編繆繕網羅聶職聯蘆蘇荊薈榮營蕭蔣藍藺見觀規視覽計議訊記許論設訪評話語諸諾讀調談諶謝譚譙貝責費賀賈資賞賴趙踐車軒輯轅邊進連遲選遞鄧鄺鄔"
    "郵鄒郟鄭酈採鍾鈄鈕錢銀鋒錦鍾鎮長門閆閉問間閔聞閭閱閻闕闞隊陽陰陸陳隨韋韓項須顧預題顏風饒館饋馬駱驗魯鮑鮮麥黃齊龍龔"
    "個噸頃億輛頂雙顆棟劑畝鎊種級歲頁冊盞槍籌塊頓疊擔釐茲納輕戶類輪課圍齡標結"
    "節當後這禮閏幾過聖誕婦軍驚親際臘蟄順緒慶啟禎從將與樹憲殘獻識陣糧舊願環無該兩"
)


class CharacterTable(dict[int, int | str]):
    """Fills itself with the characters that occur: `translate` takes ten times as long over one that is missing."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


_TABLE = CharacterTable(str.maketrans(_SIMPLIFIED, _TRADITIONAL))
_BACK = CharacterTable(str.maketrans(_TRADITIONAL + "週曆於", _SIMPLIFIED + "周历于"))


def in_traditional(text: str) -> str:
    """The text in traditional characters, as far as the word lists need them."""
    return text.translate(_TABLE)


def from_traditional(text: str) -> str:
    """A few characters in simplified script, as far as the word lists need them; `in_simplified` knows all, and takes a file to read."""
    return text.translate(_BACK)


_MARKS = frozenset(
    "會國長個為這員業產學東門區縣廠機總務們來時對與發關團報黨電說議處樣開問間現實經組織辦領導設備將進運動無線種萬車書記"
    "內臺灣醫參農選舉勞銀鐵陸聯廣際檢財貿戶興試環衛護療濟瑪麗"
)
"""Common characters that only traditional script has: a text without any of them is in simplified script."""


def is_traditional(text: str) -> bool:
    """Whether a text is, in part, in traditional characters."""
    return not _MARKS.isdisjoint(text)

"""The printed foot: distribution and colophon."""

from generator.layout import Layout
from generator.rows import columns, pieces
from generator.truth import ColophonTruth
from generator.words import CITIES, DISTRICTS, Dice, person

RECIPIENTS = ("市委办公室", "市人大常委会办公室", "市政府办公室", "各区（县）总工会", "各产业工会", "市直机关工会工委", "省总工会办公室", "市总工会机关各部室", "各直属单位（含驻外机构）", "市财政局", "市委周浩同志", "各基层工会")
ROLES = ("责任编辑", "编辑", "审核", "签发", "校对", "主编")


def draw_distribution(dice: Dice, layout: Layout) -> tuple[list[str], list[tuple[str, str]]]:
    """Lines of 报 送 发, and their rows."""
    if dice.chance(20):
        return [], []
    relations = dice.pick((("报", "送", "发"), ("报", "发"), ("送",), ("发",), ("抄报", "抄送"), ("主送", "抄送")))
    colon, comma, stop = dice.pick("：:"), dice.pick("，、"), dice.pick(("。", ""))
    hang = dice.chance(70)
    gap = dice.chance(30)
    together = dice.chance(12)
    lines: list[str] = []
    truth: list[tuple[str, str]] = []
    for relation in relations:
        names = dice.some(RECIPIENTS, 1, 2 if together else 7)
        truth += [(relation, name) for name in names]
        label = relation + colon
        text = comma.join(names) + stop
        room = layout.columns - columns(label)
        parts = pieces(text, room if hang else layout.columns, room) if layout.width else [text]
        margin = "　" * (columns(label) // 2) if hang else ""
        lines += ([""] if gap and lines else []) + [label + parts[0], *(margin + part for part in parts[1:])]
    line = "　　".join(lines)
    return [line] if together and "" not in lines and columns(line) <= layout.columns else lines, truth


def draw_colophon(dice: Dice, layout: Layout) -> tuple[list[str], ColophonTruth]:
    """Editors, telephone, e-mail and print run, on one line or several."""
    if dice.chance(15):
        return [], ColophonTruth()
    colon = dice.pick("：:")
    contacts: list[tuple[str, str]] = []
    facts = []
    spread = dice.chance(20)
    for role in dice.some(ROLES, 1, 3):
        who = person(dice)
        contacts.append((role, who))
        facts.append(role + colon + ("　".join(who) if spread and len(who) == 2 else who))
    emails, phones, run = [], [], None
    if dice.chance(50):
        phones.append(dice.pick((f"0999-{dice.number(2000000, 8999999)}", str(dice.number(20000000, 89999999)), f"（0999）{dice.number(2000000, 8999999)}")))
        facts.append(dice.pick(("电话", "联系电话")) + colon + phones[0])
    if dice.chance(50):
        emails.append(f"{dice.pick(('lqgh', 'xx_bj', 'gh.news'))}{dice.number(1, 99)}@example.{dice.pick(('cn', 'com', 'gov.cn'))}")
        facts.append(dice.pick(("E-mail：", "邮箱：", "电子邮箱：", "投稿邮箱：", "E-mail: ")) + emails[0])
    if dice.chance(20):
        facts.append(f"地址{colon}{dice.pick(CITIES)}市{dice.pick(DISTRICTS)}区滨河路{dice.number(1, 200)}号")
    if dice.chance(40):
        run = dice.number(30, 800)
        facts.append(dice.pick((f"共印{run}份", f"（共印{run}份）", f"印数{colon}{run}份", f"印{run}份")))
    per_line = dice.pick((3, len(facts), 2, 1))
    gap = dice.pick(("　　", "  ", "　　　　"))
    lines: list[list[str]] = [[]]
    for fact in facts:
        if lines[-1] and (len(lines[-1]) == per_line or columns(gap.join((*lines[-1], fact))) > layout.columns):
            lines.append([])
        lines[-1].append(fact)
    return [gap.join(line) for line in lines], ColophonTruth(tuple(contacts), tuple(emails), tuple(phones), run)

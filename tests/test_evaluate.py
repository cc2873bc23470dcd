"""`extract-eval`: figures by hand and beside the reference, floors, missing documents, skipped values, broken gold."""

import copy
import hashlib
import importlib.util
import json
import random
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.evaluate import Missing, Rate, Share, evaluate, main, parse_gold, read_gold
from pipeline.evaluate.found import FoundItem
from pipeline.evaluate.gold import GoldItem
from pipeline.evaluate.pairing import pair_items
from pipeline.model.document import Document, LedgerRun, Section, Source
from pipeline.model.frame import Colophon, Masthead
from pipeline.model.item import Attribution, Item

SKIP = "__skip__"
ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT.parent / "shared" / "gold"
LISTS = {"date": "dates", "organization": "organizations", "person": "persons", "quantity": "quantities"}

BODY = "5月13日，深圳市总工会到市总工会交流，捐款1400多万元，双方签署合作协议。"
GOLD: dict[str, Any] = {
    "doc": "a.txt",
    "masthead": {"title": "工会信息", "year": 2020, "issue_number": 12},
    "contents": [["要情动态", "深圳工会来穗交流"], ["信息短波", None]],
    "sections": [
        {
            "title": "要情动态",
            "items": [
                {"title": "深圳工会来穗交流", "body": BODY, "organizations": ["市总工会办公室"], "persons": ["柳莹"]},
                {"title": "青岩区开展送清凉活动", "body": "青岩区总工会慰问高温岗位职工。", "organizations": []},
            ],
        }
    ],
    "distribution": [["报", "市委"], ["发", "各区总工会"]],
    "colophon": {"contacts": [["责任编辑", "黄立"]], "emails": ["a@b.cn"], "phones": ["87654321"], "print_run": 300},
    "mentions": [
        {"type": "date", "text": "5月13日", "edtf": "2020-05-13"},
        {"type": "organization", "text": "深圳市总工会"},
        {"type": "organization", "text": "市总工会"},
        {"type": "quantity", "text": "1400多万元", "value": 14000000},
    ],
}


def shown(value: Any) -> Any:
    """A gold value as a document that is right would have it."""
    return None if value == SKIP else value


def item_of(item: dict[str, Any]) -> dict[str, Any]:
    names = [{"organization": name} for name in shown(item.get("organizations")) or []]
    names += [{"person": name} for name in shown(item.get("persons")) or []]
    return {"title": shown(item.get("title")), "text": item.get("body"), "attributions": names}


def document_of(gold: dict[str, Any]) -> dict[str, Any]:
    """The document that agrees with gold in everything."""
    sections = [{"title": s["title"], "items": [item_of(i) for i in s["items"]]} for s in gold["sections"]]
    for row in gold.get("mentions") or []:
        home = sections[0]["items"][0]
        home.setdefault(LISTS[row["type"]], []).append({key: shown(value) for key, value in row.items()})
    colophon = {key: value for key, value in (shown(gold.get("colophon")) or {}).items() if value != SKIP}
    colophon["contacts"] = [{"role": role, "name": name} for role, name in colophon.get("contacts") or []]
    return {
        "masthead": {key: shown(value) for key, value in gold["masthead"].items()},
        "contents": [{"section": s, "title": t} for s, t in shown(gold.get("contents")) or []],
        "sections": sections,
        "distribution": [{"relation": r, "text": t} for r, t in shown(gold.get("distribution")) or []],
        "colophon": colophon,
        "text": "x",
        "ledger": [{"start": 0, "end": 1}],
    }


def figures(gold: dict[str, Any], document: Any) -> dict[str, dict[str, float | None]]:
    return evaluate([(parse_gold(gold), document)]).as_json()


def changed(**fields: Any) -> dict[str, Any]:
    return copy.deepcopy(GOLD) | fields


def write(path: Path, value: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder `gold` with one issue and a folder `out` with its document, in which one title is wrong."""
    write(tmp_path / "gold" / "a.gold.json", GOLD)
    document = document_of(GOLD)
    document["sections"][0]["items"][1]["title"] = "青岩区开展送清凉"
    write(tmp_path / "out" / "a.json", document)
    return tmp_path


def run(archive: Path, *options: str) -> int:
    return main([str(archive / "gold"), "--documents", str(archive / "out"), *options])


# Figures


def test_the_right_document_is_right_in_everything() -> None:
    report = evaluate([(parse_gold(GOLD), document_of(GOLD))])
    assert {rate.figure for rate in report.rates if rate.n} == {share.figure for share in report.shares} == {1.0}
    assert report.differences == ()


def test_figures_by_hand() -> None:
    document = document_of(GOLD)
    document["masthead"]["issue_number"] = 21  # 7 of 8 fields right
    document["contents"].pop()  # 1 of 2 found
    first, second = document["sections"][0]["items"]
    first["text"] = first["text"].replace("捐款", "捐 款")  # white space never decides
    first["attributions"][1]["person"] = "柳盈"  # 1 hit, 1 missed, 1 spurious
    first["dates"][0]["edtf"] = "2019-05-13"  # right wording, wrong value
    first["organizations"] = [{"text": "深圳市总工会"}, {"text": "市总"}, {"text": "市委"}]  # 1 of 2, 2 too many
    second["text"] += "完"
    document["sections"][0]["items"].append({"title": "第三条", "text": "此条不在原文之中。"})
    result = figures(GOLD, document)
    assert result["masthead"] == {"share": 7 / 8, "n": 8}
    assert result["masthead.issue_number"] == {"share": 0, "n": 1}
    assert result["contents"] == {"p": 1, "r": 0.5, "f1": pytest.approx(2 / 3), "n": 2}
    assert result["items"] == {"p": pytest.approx(2 / 3), "r": 1, "f1": pytest.approx(0.8), "n": 2}
    assert result["attributions"] == {"p": 0.5, "r": 0.5, "f1": 0.5, "n": 2}
    assert result["item body"] == {"share": 0.5, "n": 2}
    assert result["item title"] == {"share": 1, "n": 2}
    assert result["whole item"] == {"share": 0, "n": 2}
    assert result["whole issue"] == {"share": 0, "n": 1}
    assert result["mention organization"] == {"p": pytest.approx(1 / 3), "r": 0.5, "f1": pytest.approx(0.4), "n": 2}
    assert result["mention date"]["f1"] == 1
    assert result["date value"] == {"share": 0, "n": 1}
    assert result["quantity value"] == {"share": 1, "n": 1}
    assert result["distribution"]["f1"] == result["colophon"]["f1"] == result["sections"]["f1"] == 1


def test_a_family_with_nothing_in_it_has_no_figure() -> None:
    rate = figures(changed(contents=[]), document_of(changed(contents=[])))["contents"]
    assert rate == {"p": None, "r": None, "f1": None, "n": 0}
    assert Rate("x", 0, 2, 0).figure == 0.0
    assert Share("x", 0, 0).figure is None


def test_figures_of_several_issues_are_micro_averaged() -> None:
    gold = parse_gold(GOLD)
    result = evaluate([(gold, document_of(GOLD)), (gold, Missing("gone"))]).as_json()
    assert result["items"] == {"p": 1, "r": 0.5, "f1": pytest.approx(2 / 3), "n": 4}
    assert result["whole issue"] == {"share": 0.5, "n": 2}


def test_a_document_of_the_model_scores_as_its_json() -> None:
    item = Item(
        "i1", "article", None, "深圳工会来穗交流", "own_line", 0, 8, BODY, 1, 1,
        attributions=(Attribution("（市总工会办公室 柳莹）", "市总工会办公室", "柳莹", None, 0, 1),),
    )  # fmt: skip
    document = Document(
        "1.0.0", "iss", Source("a.txt", "", 0, "text/plain", None), "jianbao", Masthead(title="工会信息"), (),
        (Section("s1", "要情动态", None, None, None, (item,)),), (), Colophon(print_run=300), (), (), "x",
        (LedgerRun(0, 1, "item_text", None),),
    )  # fmt: skip
    result = figures(GOLD, document)
    assert result["masthead.title"]["share"] == result["ledger conserved"]["share"] == 1
    assert result["attributions"]["f1"] == 1
    assert result["items"] == {"p": 1, "r": 0.5, "f1": pytest.approx(2 / 3), "n": 2}
    assert result["colophon"] == {"p": 1, "r": 0.25, "f1": 0.4, "n": 4}


def test_equal_items_pair_in_printed_order_and_strangers_not_at_all() -> None:
    text = "全文相同的一段话"
    expected = [GoldItem(None, "通知", title_is_open=False, body=text, clue=text, body_sha256="", attribution=None)] * 2
    same = FoundItem(None, "通知", text, ())
    found = [FoundItem(None, "无关", "毫不相干的另一段文字", ()), same, same]
    assert pair_items(expected, found) == [1, 2]
    assert pair_items(expected, found[:1]) == [None, None]


# Beside the reference


def reference() -> Any:
    """score.py, or a skip where it is not beside the repository."""
    if not (REFERENCE / "score.py").is_file():
        pytest.skip("the reference gold is not beside the repository")
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (container, key) in a document, outermost first."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


def wrong(value: Any, chance: random.Random) -> Any:
    """A value of the same kind that is most often not the same."""
    if isinstance(value, str):
        at = chance.randrange(len(value) + 1)
        start, end = value[:at], value[at:]
        return chance.choice([start, f"{start} {end}", f"{start}误{end}", value * 2, None])
    if isinstance(value, list):
        return chance.choice([value[1:], value + value[:1], value[::-1], []])
    return (value or 0) + 1 if isinstance(value, int | float | None) else value


def damage(document: dict[str, Any], blows: int, chance: random.Random) -> dict[str, Any]:
    for _ in range(blows):
        where, key = chance.choice(list(places(document)))
        where[key] = wrong(where[key], chance)
    return document


def both(golds: list[dict[str, Any]], documents: list[Any], folder: Path) -> tuple[Any, Any]:
    """The figures of the reference and ours, over the same files."""
    for number, (gold, document) in enumerate(zip(golds, documents, strict=True)):
        write(folder / "gold" / f"{number:03}.gold.json", gold)
        if document is not None:
            write(folder / "out" / f"{number:03}.json", document)
    theirs, _ = reference().score(folder / "gold", folder / "out")
    code = main([str(folder / "gold"), "--documents", str(folder / "out"), "--json", str(folder / "ours.json")])
    assert code == 0
    return theirs, json.loads((folder / "ours.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("blows", [0, 1, 5, 20, 80])
def test_figures_equal_the_reference_on_damaged_documents(blows: int, tmp_path: Path) -> None:
    reference()
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(REFERENCE.glob("*.gold.json"))]
    documents = [damage(document_of(gold), blows, random.Random(f"{blows} {k}")) for k, gold in enumerate(golds)]
    theirs, ours = both(golds, [*documents[:-1], None if blows else documents[-1]], tmp_path)
    assert ours == theirs
    assert (ours["whole issue"]["share"] == 1) == (blows == 0)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10**6), blows=st.integers(1, 30))
def test_figures_equal_the_reference_with_skips_anywhere(
    seed: int, blows: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    gold = copy.deepcopy(GOLD)
    for where, key in SKIPPABLE:
        if chance.random() < 1 / 4:
            where(gold)[key] = SKIP
    theirs, ours = both([gold], [damage(document_of(GOLD), blows, chance)], tmp_path_factory.mktemp("skips"))
    assert ours == theirs


# "__skip__" and hashed bodies

SKIPPABLE: list[tuple[Callable[[dict[str, Any]], dict[str, Any]], str]] = [
    (lambda gold: gold, "contents"),
    (lambda gold: gold, "distribution"),
    (lambda gold: gold["masthead"], "year"),
    (lambda gold: gold["colophon"], "contacts"),
    (lambda gold: gold["colophon"], "print_run"),
    (lambda gold: gold["sections"][0]["items"][0], "organizations"),
    (lambda gold: gold["sections"][0]["items"][1], "title"),
    (lambda gold: gold["mentions"][0], "edtf"),
    (lambda gold: gold["mentions"][3], "value"),
]


@pytest.mark.parametrize(("where", "key"), SKIPPABLE)
def test_a_skipped_value_is_not_scored(where: Callable[[dict[str, Any]], dict[str, Any]], key: str) -> None:
    gold = changed()
    where(gold)[key] = SKIP
    report = evaluate([(parse_gold(gold), document_of(GOLD))])
    assert report.differences == ()
    assert report.share("whole issue").figure == 1


@pytest.mark.parametrize("part", ["masthead", "colophon", "mentions"])
def test_a_part_skipped_as_a_whole_is_not_scored(part: str) -> None:
    assert not [family for family in figures(changed(**{part: SKIP}), document_of(GOLD)) if part[:7] in family]


@pytest.mark.parametrize(
    "section",
    [
        {"title": SKIP, "items": []},
        {"title": "短讯", "items": [{"title": "题", "body": SKIP}]},
        {"title": "短讯", "items": [{"title": "题", "body": "文", "persons": SKIP}]},
    ],
)
def test_a_skip_that_would_be_taken_for_text_is_refused(section: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="__skip__"):
        read_gold(write(tmp_path / "a.gold.json", changed(sections=[section])))


def test_a_body_may_be_given_by_its_hash_and_its_ends() -> None:
    gold = changed()
    item = gold["sections"][0]["items"][0]
    text = "".join(item.pop("body").replace("，", ",").split())
    item |= {"body_sha256": hashlib.sha256(text.encode()).hexdigest(), "body_from": text[:12], "body_to": text[-12:]}
    document = document_of(GOLD)
    assert figures(gold, document)["item body"] == {"share": 1, "n": 2}
    document["sections"][0]["items"][0]["text"] += "完"
    assert figures(gold, document)["item body"] == {"share": 0.5, "n": 2}


def test_gold_without_mentions_measures_none() -> None:
    assert not [family for family in figures(changed(mentions=None), document_of(GOLD)) if "mention" in family]


# The command


def test_it_prints_the_table_and_the_worst_differences(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(archive, "--worst", "1", "--json", str(archive / "figures.json")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert next(line.split() for line in lines if line.startswith("items")) == ["items", "1.000", "1.000", "1.000", "2"]
    assert next(line.split() for line in lines if line.startswith("item title")) == ["item", "title", "0.500", "2"]
    assert any(line.startswith("whole items right: 1 of 2 (50.0%)") for line in lines)
    assert any(line.startswith("whole issues right: 0 of 1 (0.0%)") for line in lines)
    assert lines[-3:] == [
        "a.txt  item title  in 青岩区开展送清凉活动",
        "    expected  青岩区开展送清凉活动",
        "    found     青岩区开展送清凉",
    ]
    written = json.loads((archive / "figures.json").read_text(encoding="utf-8"))
    assert written["item title"] == {"share": 0.5, "n": 2}


@pytest.mark.parametrize(
    ("floors", "code", "said"),
    [
        ({"items": 1.0, "item title": 0.5}, 0, ""),
        ({"items": 1.0, "item title": 0.51}, 1, "item title: 0.5000, floor 0.5100"),
        ({"item titel": 0.1}, 1, "item titel: not measured, floor 0.1000"),
        ({"items": "high"}, 2, "'high' is not a number from 0 to 1"),
        ({"items": True}, 2, "True is not a number from 0 to 1"),
        (["items"], 2, "cannot be read as floors"),
    ],
)
def test_floors(archive: Path, floors: Any, code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(archive, "--floors", str(write(archive / "floors.json", floors))) == code
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == (1 if code else 0)


@pytest.mark.parametrize("content", [None, b"{", b"[]", b"null", b'{"sections": 3}', b"\xff\xfe"])
def test_a_missing_or_unreadable_document_found_nothing_and_is_said(
    archive: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = archive / "out" / "a.json"
    path.unlink() if content is None else path.write_bytes(content)
    assert run(archive, "--json", str(archive / "figures.json")) == 0
    output = capsys.readouterr()
    assert "a.txt: no document, scored as if nothing had been found" in output.err
    assert "1 of 1 differences" in output.out
    assert json.loads((archive / "figures.json").read_text(encoding="utf-8")) == figures(GOLD, {})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "Expecting"),
        ("[]", "file name of the source"),
        ('{"doc": 3}', "file name of the source"),
        ('{"doc": "a.txt", "sections": [{}]}', "'title' is missing"),
        ('{"doc": "a.txt", "contents": [["一"]]}', "unpack"),
        ('{"doc": "a.txt", "mentions": [{"type": "quantity", "text": "三", "value": "三"}]}', "float"),
    ],
)
def test_broken_gold_ends_with_one_line(
    archive: Path, content: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "gold" / "b.gold.json").write_text(content, encoding="utf-8")
    assert run(archive) == 2
    error = capsys.readouterr().err
    assert "b.gold.json cannot be read as gold" in error
    assert said in error
    assert error.count("\n") == 1


def test_no_gold_and_no_folder_of_documents_end_with_one_line(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(archive / "out")]) == main([str(archive / "nowhere")]) == 2
    assert main([str(archive / "gold"), "--documents", str(archive / "nowhere")]) == 2
    assert capsys.readouterr().err.count("\n") == 3
    assert run(archive, "--json", str(archive / "nowhere" / "figures.json")) == 5


@pytest.mark.parametrize("name", ["jianbao/one/source.json", "one.json"])
def test_samples_are_found_in_their_folders(archive: Path, name: str) -> None:
    write(archive / "gold" / "jianbao" / "one" / "expected.json", changed(doc="source.txt"))
    write(archive / "out" / name, document_of(GOLD))
    assert run(archive, "--json", str(archive / "figures.json")) == 0
    written = json.loads((archive / "figures.json").read_text(encoding="utf-8"))
    assert written["whole issue"] == {"share": 0.5, "n": 2}


def test_without_documents_each_source_is_extracted(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def extract(path: Path) -> dict[str, Any]:
        if not path.is_file():
            message = f"{path.name} does not exist"
            raise InputError(message)
        return document_of(GOLD)

    module = types.ModuleType("pipeline.extract")
    vars(module)["extract"] = extract
    monkeypatch.setitem(sys.modules, "pipeline.extract", module)
    (archive / "gold" / "a.txt").write_text(BODY, encoding="utf-8")
    write(archive / "gold" / "b.gold.json", changed(doc="b.txt"))
    assert main([str(archive / "gold")]) == 0
    output = capsys.readouterr()
    assert "whole issues right: 1 of 2 (50.0%)" in output.out
    assert "b.txt does not exist" in output.err


def test_help_documents_the_exit_codes_and_costs_no_heavy_import() -> None:
    code = "import sys, pipeline.evaluate as e\ntry: e.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "exit codes:" in out
    assert "is below its floor" in out
    assert not {"pipeline.extract", "pandas", "numpy", "jieba", "pdfplumber"} & set(out.split())

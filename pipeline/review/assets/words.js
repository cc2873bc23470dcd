"use strict";
// Labels in both languages: key → [中文, English].
const WORDS = {
  all: ["全部", "All"], correct: ["更正所选", "Correct selection"], source: ["原件", "Source"], structure: ["结构", "Structure"], as_text: ["看文字", "Show text"], as_image: ["看影像", "Show pages"],
  left: ["只附前 {} 页的影像，其余各页请看文字。", "Pictures of the first {} pages only; the others are shown as text."],
  unsure: ["把握不大的名称", "Names in doubt"], missed: ["目录有，正文未见", "listed, not found in the text"],
  section_heading: ["栏目", "Section"], item_title: ["标题", "Title"], attribution: ["供稿", "Attribution"], date_text: ["日期原文", "date as printed"],
  search: ["查找", "Search"], warnings: ["疑点与提示", "Doubts and warnings"], none: ["没有疑点", "No doubts"], toc: ["目次", "On this page"],
  masthead: ["报头", "Masthead"], contents: ["目录", "Printed contents"], distribution: ["报送发", "Distribution"], colophon: ["报尾", "Colophon"],
  entities: ["单位与人物", "Units and persons"], untitled: ["（无标题）", "(no title)"], nosection: ["（无栏目）", "(no section)"],
  title: ["标题", "title"], issue_label: ["期号", "issue label"], year: ["年份", "year"], issue_number: ["期数", "number"],
  cumulative_number: ["总期数", "cumulative number"], issuer: ["编发单位", "issuer"], permit_number: ["准印证号", "permit"], date: ["日期", "date"],
  classification: ["密级", "classification"], urgency: ["紧急程度", "urgency"], copy_number: ["份号", "copy number"],
  document_number: ["发文字号", "document number"], signatory: ["签发人", "signatory"], contacts: ["编者", "contacts"], emails: ["邮箱", "e-mail"],
  phones: ["电话", "telephone"], address: ["地址", "address"], website: ["网址", "website"], printed_by: ["印发机关", "printed by"],
  print_date: ["印发日期", "print date"], print_run: ["印数", "print run"], note: ["附注", "note"],
  attributions: ["供稿", "attribution"], dates: ["日期", "dates"], organizations: ["单位", "units"], persons: ["人物", "persons"], places: ["地点", "places"],
  quantities: ["数量", "quantities"], document_numbers: ["文号", "document numbers"],
  role_title: ["是标题", "Is a title"], role_untitled: ["条目由此开始", "An item begins here"], role_body: ["是正文（并入上条）", "Is text of the item above"],
  role_section: ["是栏目", "Is a section heading"], role_credit: ["是供稿行", "Is an attribution"], role_brief: ["是简讯", "Is a brief"],
  role_masthead: ["属报头", "Belongs to the masthead"], role_contents: ["属目录", "Belongs to the contents"],
  role_distribution: ["属报送发", "Belongs to the distribution"], role_colophon: ["属报尾", "Belongs to the colophon"],
  add: ["补为", "Add as"], reject: ["不对，删去", "Wrong: reject"], change: ["改正", "Change"], cancel: ["取消", "Cancel"], name: ["全称", "full name"],
  field: ["是报头的", "Is the masthead's"], undo: ["撤销", "Undo"], save: ["下载更正", "Download corrections"], keep: ["保存更正", "Save corrections"],
  saved: ["已保存", "Saved"], failed: ["未能保存：", "Not saved: "], pending: ["处更正待保存", "corrections to save"],
  edtf: ["EDTF 值", "EDTF value"], organization: ["单位", "unit"], person: ["姓名", "person"], role: ["身份", "role"], value: ["数值", "value"],
  unit: ["量词", "unit of measure"], position: ["职务", "position"], honorific: ["称谓", "honorific"], issuer_code: ["机关代字", "issuer code"],
  number: ["序号", "number"], page: ["第 {} 页", "page {}"],
  help: ["点右边看左边；点左边的字看右边；选中文字可更正；右边的条目再点一次可改。", "Click on either side to see the other; select words to correct them; click once more on a row to change it."],
  keys: [[["j k", "下一条、上一条"], ["n p", "下一疑点、上一疑点"], ["v", "影像或文字"], ["+ -", "放大、缩小影像"], ["/", "查找"], ["Enter", "下一处"], ["c", "更正所选文字"], ["z", "撤销"], ["s", "保存"], ["?", "说明"], ["Esc", "关闭"]],
    [["j k", "next, previous item"], ["n p", "next, previous doubt"], ["v", "pages or text"], ["+ -", "larger, smaller pages"], ["/", "search"], ["Enter", "next hit"], ["c", "correct the selected words"], ["z", "undo"], ["s", "save"], ["?", "help"], ["Esc", "close"]]],
};
let language = (navigator.language || "zh").startsWith("zh") ? 0 : 1;
const say = (key) => (WORDS[key] || [key, key])[language];

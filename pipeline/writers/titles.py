"""What an issue is called in a list or a header."""

from pipeline.model.document import Document


def issue_title(document: Document) -> str | None:
    """Of a bulletin its name and number as printed (工会信息〔2020〕第十二期), of a 公文 the title of its text; None if it has neither."""
    own = next((item.title for section in document.sections for item in section.items if item.title), None)
    if document.style == "gongwen" and own:
        return own
    title = document.masthead.title
    return title + (document.masthead.issue_label or "") if title else own

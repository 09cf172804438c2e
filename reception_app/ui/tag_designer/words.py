"""What elements, fields and choices are called in the designer."""

from PySide6.QtCore import QCoreApplication

from reception_app.domain.tag_design import (
    Align,
    Anchor,
    BandElement,
    Element,
    Fit,
    LineElement,
    PictureElement,
    QrElement,
    TagField,
    TagWord,
    TextElement,
    segments_of,
)


def field_words() -> dict[TagField | TagWord, str]:
    """The fields and words a text can ask for, in the order in which they are offered."""
    translate = QCoreApplication.translate
    return {
        TagField.NAME: translate("TagDesigner", "Name"),
        TagField.READING: translate("TagDesigner", "Reading"),
        TagField.COMPANY: translate("TagDesigner", "Company"),
        TagField.TITLE: translate("TagDesigner", "Title"),
        TagField.CATEGORY: translate("TagDesigner", "Category"),
        TagField.TABLE: translate("TagDesigner", "Table"),
        TagField.TALKS_ABOUT: translate("TagDesigner", "Talks about"),
        TagField.WANTS_TO_MEET: translate("TagDesigner", "Wants to meet"),
        TagField.NUMBER: translate("TagDesigner", "Number"),
        TagField.POSITION: translate("TagDesigner", "Box on the desk"),
        TagField.EVENT: translate("TagDesigner", "Event"),
        TagField.DATE: translate("TagDesigner", "Date"),
        TagField.VENUE: translate("TagDesigner", "Venue"),
        TagField.INTRODUCER: translate("TagDesigner", "Introducer"),
        TagField.HOST: translate("TagDesigner", "Comes with"),
        TagField.EMAIL: translate("TagDesigner", "E-mail"),
        TagField.PHONE: translate("TagDesigner", "Phone"),
        TagField.TICKET_NUMBER: translate("TagDesigner", "Ticket number"),
        TagField.NOTE: translate("TagDesigner", "Note (only for the organizer)"),
        TagWord.ASK: translate("TagDesigner", "Words: ask me about"),
        TagWord.MEET: translate("TagDesigner", "Words: would like to meet"),
        TagWord.TABLE_WORD: translate("TagDesigner", "Words: table"),
        TagWord.WELCOME: translate("TagDesigner", "Words: welcome"),
        TagWord.SCAN: translate("TagDesigner", "Words: scan at the door"),
    }


def template_words(template: str) -> str:
    """A template as a person reads it: [Name] for the name."""
    words = field_words()
    return "".join(
        f"[{words[piece.field]}]" if piece.field else piece.text for piece in segments_of(template)
    )


def element_words(element: Element) -> str:
    """What an element is called in a list."""
    translate = QCoreApplication.translate
    match element:
        case TextElement(texts=texts):
            return " · ".join(template_words(text.template) for text in texts)
        case BandElement(template=template):
            kind = translate("TagDesigner", "Band")
            return f"{kind}  {template_words(template)}".strip()
        case QrElement():
            return translate("TagDesigner", "QR code")
        case PictureElement():
            return translate("TagDesigner", "Picture")
        case LineElement():
            return translate("TagDesigner", "Line")


def align_words() -> dict[Align, str]:
    """How lines stand in their frame."""
    translate = QCoreApplication.translate
    return {
        Align.LEFT: translate("TagDesigner", "Left"),
        Align.CENTRE: translate("TagDesigner", "Centred"),
        Align.RIGHT: translate("TagDesigner", "Right"),
    }


def anchor_words() -> dict[Anchor, str]:
    """Which edge of the frame is kept to."""
    translate = QCoreApplication.translate
    return {
        Anchor.TOP: translate("TagDesigner", "Top"),
        Anchor.MIDDLE: translate("TagDesigner", "Middle"),
        Anchor.BOTTOM: translate("TagDesigner", "Bottom"),
    }


def fit_words() -> dict[Fit, str]:
    """What happens to text that is too long."""
    translate = QCoreApplication.translate
    return {
        Fit.SHRINK: translate("TagDesigner", "Shrink"),
        Fit.WRAP: translate("TagDesigner", "Wrap"),
    }

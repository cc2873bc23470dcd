"""Chinese characters (汉字), in folded text, where those of the compatibility area do not occur."""


def is_han(character: str) -> bool:
    """Whether one character is Chinese; "" is none."""
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def all_han(text: str) -> bool:
    """Whether every character is; "" has none that is not."""
    for character in text:  # noqa: SIM110  a loop takes half as long as all(), a call for each twice as long; names are looked at most
        if not ("\u3400" <= character <= "\u9fff" or character >= "\U00020000"):
            return False
    return True

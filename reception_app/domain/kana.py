"""Kana readings in Latin letters, so that a guest is found by romaji too."""

import re

_ROWS = (
    ("", "アイウエオ"), ("k", "カキクケコ"), ("s", "サシスセソ"), ("t", "タチツテト"),
    ("n", "ナニヌネノ"), ("h", "ハヒフヘホ"), ("m", "マミムメモ"), ("y", "ヤ\0ユ\0ヨ"),
    ("r", "ラリルレロ"), ("w", "ワ\0\0\0\0"), ("g", "ガギグゲゴ"), ("z", "ザジズゼゾ"),
    ("d", "ダ\0\0デド"), ("b", "バビブベボ"), ("p", "パピプペポ"),
)  # fmt: skip
_RARE = {
    "ヂ": ("z", "i"), "ヅ": ("z", "u"), "ヴ": ("b", "u"), "ヲ": ("", "o"), "ヰ": ("", "i"),
    "ヱ": ("", "e"),
}  # fmt: skip
_SOUNDS = {
    kana: (consonant, vowel)
    for consonant, row in _ROWS
    for kana, vowel in zip(row, "aiueo", strict=True)
} | _RARE
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o"}
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
_HEPBURN_TO_KUNREI = (
    ("shi", "si"), ("chi", "ti"), ("tsu", "tu"), ("sh", "sy"), ("ch", "ty"), ("ji", "zi"),
    ("j", "zy"), ("f", "h"), ("v", "b"), ("mb", "nb"), ("mp", "np"), ("mm", "nm"),
)  # fmt: skip
_LONG_VOWELS = (("ou", "o"), ("oo", "o"), ("uu", "u"))
_LONG_OH = re.compile("oh(?![aiueoy])")
_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def romaji(reading: str) -> str:
    """A kana reading in folded Latin letters: サトウ and さとう are `sato`.

    What is not kana is left out.
    """
    sounds: list[tuple[str, str]] = []
    double = False
    for kana in reading.translate(_HIRAGANA_TO_KATAKANA):
        if kana in _SOUNDS:
            consonant, vowel = _SOUNDS[kana]
            sounds.append((consonant[:1] + consonant if double else consonant, vowel))
            double = False
        elif kana == "ン":
            sounds.append(("n", ""))
        elif kana == "ッ":
            double = True
        elif kana in _SMALL_Y and sounds:
            sounds[-1] = (f"{sounds[-1][0]}y", _SMALL_Y[kana])
        elif kana in _SMALL_VOWELS and sounds:
            consonant, vowel = sounds[-1]
            glide = "y" if vowel == "i" else ""
            sounds[-1] = ((consonant or "w") + glide, _SMALL_VOWELS[kana])
    return fold_romaji("".join(consonant + vowel for consonant, vowel in sounds))


def fold_romaji(letters: str) -> str:
    """Lower-case Latin letters with the usual spellings of one name made the same.

    Satou, Satoh, Sato and Satō (its accent already removed) agree, and so do Kunrei and Hepburn.
    Both sides of a comparison are folded, so a folded text need not be one people would write.
    """
    folded = letters
    for spelling, common in (*_HEPBURN_TO_KUNREI, *_LONG_VOWELS):
        folded = folded.replace(spelling, common)
    return _LONG_OH.sub("o", folded)

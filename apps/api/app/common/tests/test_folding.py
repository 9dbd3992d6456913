import pytest

from app.common.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("SMØRREBRØD", "smorrebrod"),
        ("İstanbul \u0131l\u0131k", "istanbul ilik"),
        ("Ærø œuvre", "aero oeuvre"),
        ("ﬁle ①", "file 1"),
        ("Ёлка", "елка"),
        ("Αθήνα", "αθηνα"),
        ("مُحَمَّد", "محمد"),
        ("日本", "日本"),
        ("a%_\\", "a%_\\"),
    ],
)
def test_folded_text_has_no_case_and_no_accents(text: str, folded: str) -> None:
    assert fold(text) == fold(text.upper()) == folded


def test_folded_text_sorts_letters_with_accents_beside_their_base_letter() -> None:
    names = ["zebra", "Überweisung", "apple", "Ähnlich", "udon", "École", "east"]
    assert sorted(names, key=fold) == ["Ähnlich", "apple", "east", "École", "Überweisung", "udon", "zebra"]

"""The language of a text is found, and a few plain words are not mistaken for another tongue."""

import pytest

from detente.sources.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign minister said on Tuesday that the two sides would keep talking about the line at sea.", "en"),
        ("Holm met Falk in Bergen.", "en"),
        ("Li Hua, Wang Fang", "en"),
        ("Talks resume.", "en"),
        ("双方在北京举行会谈,就海上界线问题交换了意见。", "zh"),
        ("Министр иностранных дел встретился с коллегой в Бергене.", "ru"),
        ("El ministro se reunió ayer con su homólogo para hablar de la frontera marítima.", "es"),
        ("Der Minister sprach gestern mit seinem Kollegen in Bergen.", "de"),
        ("会談は火曜日に東京で行われた。", "ja"),
    ],
)
def test_a_language_is_named(text, language):
    found, sure = detect_language(text)
    assert found == language
    assert 0 <= sure <= 1


def test_a_document_is_never_taken_for_english_when_it_is_not(file, documents):
    (document,) = documents(file("a.txt", "双方在北京举行会谈,就海上界线问题交换了意见。"))
    assert document.language == "zh"

"""A span quotes its text to the character, whatever the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import DateError, DocumentError, SpanError
from detente.model.codec import span_from_json, span_to_json
from detente.model.document import Document
from detente.model.span import Span
from drawn_findings import documents, spans


@given(st.data())
def test_a_span_round_trips_through_its_offsets(data):
    document = data.draw(documents)
    span = data.draw(spans(document))
    assert document.span(span.start, span.end) == span
    assert document.holds(span)
    assert span_from_json(span_to_json(span), document) == span


@given(st.data())
def test_a_trimmed_span_is_the_same_words_without_white_space_around_them(data):
    document = data.draw(documents)
    span = data.draw(spans(document).filter(lambda s: s.text.strip()))
    trimmed = document.trimmed(span.start, span.end)
    assert trimmed.text == span.text.strip()
    assert span.start <= trimmed.start < trimmed.end <= span.end


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 999)])
def test_offsets_outside_the_text_or_without_words_are_refused(start, end):
    with pytest.raises(SpanError, match="no words at"):
        Document("Talks resume.").span(start, end)


@pytest.mark.parametrize(("start", "end", "text"), [(0, 0, ""), (5, 2, "abc"), (0, 3, "ab"), (-2, 0, "ab")])
def test_a_span_whose_length_is_not_that_of_its_words_is_refused(start, end, text):
    with pytest.raises(SpanError, match="no span"):
        Span("0" * 24, start, end, text)


def test_white_space_alone_cannot_be_cited():
    with pytest.raises(SpanError):
        Document("Talks   resume.").trimmed(5, 8)


def test_spans_overlap_only_within_one_document():
    one, other = Document("Talks resume."), Document("Talks resume soon.")
    assert one.span(0, 8).overlaps(one.span(7, 12))
    assert not one.span(0, 7).overlaps(one.span(7, 12))
    assert not one.span(0, 8).overlaps(other.span(0, 8))


def test_spans_share_a_part_of_the_shorter_one():
    text = Document("Talks resume.")

    assert text.span(0, 8).shares(text.span(6, 10), 0.5)
    assert not text.span(0, 8).shares(text.span(6, 10), 0.6)
    assert not text.span(0, 4).shares(text.span(6, 10), 0.1)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"text": " \n"}, DocumentError),
        ({"text": ""}, DocumentError),
        ({"text": "a\0b"}, DocumentError),
        ({"text": "a", "published": "June 2023"}, DateError),
    ],
)
def test_a_text_without_words_and_a_date_that_is_none_are_refused(fields, error):
    with pytest.raises(error):
        Document(**fields)


def test_a_syndicated_copy_is_another_document_with_the_same_text():
    here, there = Document("Talks resume.", publisher="A"), Document("Talks resume.", publisher="B")
    assert here.text_id == there.text_id
    assert here.id != there.id


def test_the_words_of_a_span_as_one_line_have_single_spaces():
    text = "The talks\n  were held."
    assert Document(text).span(4, len(text)).line == "talks were held."

"""Pages are ready before they are asked for, and never show what the record no longer holds."""

from threading import Event, Thread

import pytest

from detente import api
from detente.settings import Settings
from detente.web.asked import Asked
from detente.web.shelf import MOST_LAYERS, Shelf
from detente.web.warming import Warming


@pytest.fixture
def shelf(tmp_path, example):
    path = tmp_path / "copy.db"
    path.write_bytes(example.read_bytes())
    with api.open(path) as record:
        yield Shelf(record, Settings())


def is_ready(shelf, pair):
    def never():
        raise LookupError

    try:
        shelf.kept(("relationship", pair, Asked(), MOST_LAYERS), never)
    except LookupError:
        return False
    return True


def add_one(shelf):
    dossier = shelf.record.dossier(shelf.record.store.documents()[0].id)
    shelf.record.add(type(dossier.document)(dossier.document.text, publisher="Another Wire", published="2023-11-20"))


def test_the_page_of_the_two_states_with_most_documents_is_ready_before_it_is_asked_for(shelf):
    Warming(shelf).look()
    assert is_ready(shelf, ("CN", "US"))


def page_is_ready(shelf, pair):
    def never():
        raise LookupError

    try:
        shelf.page(("relationship", pair, Asked()), never)
    except LookupError:
        return False
    return True


def test_pages_of_other_states_are_ready_too_and_the_views_behind_them_are_let_go(shelf):
    Warming(shelf, worth=3).look()
    assert page_is_ready(shelf, ("CN", "RU"))
    assert not is_ready(shelf, ("CN", "RU"))
    assert not page_is_ready(shelf, ("AT", "US"))


def test_a_page_of_a_record_that_has_changed_is_made_anew(shelf):
    Warming(shelf).look()
    add_one(shelf)
    assert not page_is_ready(shelf, ("CN", "US"))


def test_who_only_makes_pages_ready_has_not_asked_about_their_states(shelf):
    Warming(shelf).look()
    assert shelf.lately == []


def test_the_states_last_asked_about_are_made_ready_again_once_the_record_rests(shelf):
    warming = Warming(shelf)
    warming.look()
    shelf.visited(("JP", "US"))
    add_one(shelf)
    warming.look()
    assert not is_ready(shelf, ("JP", "US"))
    warming.look()
    assert is_ready(shelf, ("JP", "US"))


def test_what_was_made_ready_is_not_shown_once_the_record_has_changed(shelf):
    Warming(shelf).look()
    before = len(shelf.relationship(("CN", "US"), Asked(), MOST_LAYERS).view.documents)
    add_one(shelf)
    assert len(shelf.relationship(("CN", "US"), Asked(), MOST_LAYERS).view.documents) == before + 1


def test_it_ends_with_the_application_whatever_it_is_at(shelf):
    with Warming(shelf, seconds=60) as warming:
        pass
    assert not warming._thread.is_alive()


def test_while_a_page_is_made_ready_another_is_answered(shelf):
    begun, may_end, answered = Event(), Event(), Event()

    def slow():
        begun.set()
        may_end.wait(60)

    maker = Thread(target=shelf.kept, args=("slow", slow))
    maker.start()
    begun.wait(60)
    other = Thread(target=shelf.kept, args=("quick", answered.set))
    other.start()
    try:
        assert answered.wait(20)
    finally:
        may_end.set()
        maker.join()
        other.join()


def test_who_asks_for_what_is_being_made_gets_it_and_it_is_made_once(shelf):
    made = []
    makers = [Thread(target=shelf.kept, args=("one", lambda: made.append(1))) for _ in range(8)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert made == [1]

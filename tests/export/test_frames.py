import sys

import pytest

from detente.errors import InputError
from detente.export.frames import row_of, to_frame
from invented_view import MEETING, MEETING_TOLD_BY_ICELAND, invented_view

VIEW = invented_view()


def test_a_frame_has_one_row_per_entry_under_flat_columns():
    pytest.importorskip("pandas")
    frame = to_frame(VIEW.engagements)
    assert list(frame["id"]) == [e.id for e in VIEW.engagements]
    assert frame.loc[2, "participants"] == "Astrid Holm; Jon Falk"


def test_a_row_holds_words_days_and_the_ids_of_documents():
    row = row_of(VIEW.engagements[2])
    assert row["evidence"].startswith("Astrid Holm met her counterpart Jon Falk in Bergen; ")
    assert row["date"] == "2031-05-13"
    assert row["documents"] == f"{MEETING.evidence[0].doc}; {MEETING_TOLD_BY_ICELAND.evidence[0].doc}"
    assert (row["reports"], row["reviewed"], row["layer"]) == (2, 1, "engagements")


def test_without_pandas_a_frame_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"detente\[frames\]"):
        to_frame(VIEW.engagements)

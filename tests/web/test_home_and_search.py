"""The first page, and search."""


def test_the_first_page_lists_states_in_dealings_most_documents_first(ask):
    home = ask.get("/index.json").json()
    assert (home["documents"], home["pairs"][0]["names"]) == (12, ["China", "United States"])
    assert home["pairs"][0]["documents"] == 12
    assert ask.get(home["pairs"][0]["path"]).status_code == 200


def test_an_empty_record_offers_the_example(ask_empty):
    answer = ask_empty.get("/")
    assert 'action="/add/example"' in answer.text
    assert 'href="/add"' in answer.text


def test_words_are_found_and_marked_in_their_sentence(ask):
    found = ask.get("/search.json", params={"q": "Taiwan"}).json()
    assert found["total"] > 20
    assert found["shown"] == sum(len(hit["ids"]) for hit in found["hits"]) == 20
    for hit in found["hits"]:
        assert any(piece["marked"] and piece["text"] == "Taiwan" for piece in hit["pieces"])
        assert ask.get(hit["quote"]["path"]).status_code == 200


def test_a_sentence_stands_once_with_the_kinds_of_all_that_was_read_in_it(ask):
    hits = ask.get("/search.json", params={"q": "Taiwan"}).json()["hits"]
    places = [(hit["quote"]["doc"], "".join(piece["text"] for piece in hit["pieces"])) for hit in hits]
    assert len(set(places)) == len(places) < 20
    several = next(hit for hit in hits if len(set(hit["kinds"])) > 1)
    assert several["label"].count(",") == len(set(several["kinds"])) - 1


def test_a_facet_narrows_to_as_many_hits_as_it_says_and_widens_again(ask):
    found = ask.get("/search.json", params={"q": "Taiwan"}).json()
    value = found["facets"][0]["values"][0]
    narrower = ask.get(value["path"].replace("/search?", "/search.json?")).json()
    assert narrower["total"] == value["hits"] < found["total"]
    chosen = next(v for v in narrower["facets"][0]["values"] if v["chosen"])
    assert ask.get(chosen["path"].replace("/search?", "/search.json?")).json()["total"] == found["total"]


def test_more_hits_can_be_asked_for(ask):
    found = ask.get("/search.json", params={"q": "Taiwan"}).json()
    more = ask.get(found["further"].replace("/search?", "/search.json?")).json()
    assert len(more["hits"]) > len(found["hits"])


def test_an_unknown_issue_is_refused_with_the_names_there_are(ask):
    answer = ask.get("/search.json", params={"q": "Taiwan", "issue": "weather"})
    assert answer.status_code == 404
    assert "taiwan" in answer.json()["message"]


def test_nothing_found_says_what_to_do(ask):
    assert "Fewer words" in ask.get("/search", params={"q": "zebra"}).text

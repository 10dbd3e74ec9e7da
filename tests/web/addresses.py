"""An address of each page that shows much of the example, by the page's name in the table."""

from forms import send_files

_PAIR = "/relationship/US-CN"
ADDRESSES = {
    "home": "/",
    "relationship": _PAIR,
    "channel": f"{_PAIR}/channel/military",
    "issue": f"{_PAIR}/issue/taiwan",
    "person": f"{_PAIR}/person/Wang%20Yi",
    "document": "/document/be5054d2e88cc5415a80c55e",
    "cite": "/document/be5054d2e88cc5415a80c55e/cite?at=370-386",
    "review": "/review",
    "review of two": "/review/US-CN?layer=engagements",
    "sources": "/sources",
    "source": "/source?name=Example+Wire",
    "about": "/about",
    "add": "/add",
    "users": "/users",
    "search": "/search?q=Taiwan",
}
"""Those that hold whatever is read in the texts."""
ENTRIES = ("engagement", "compare", "commitment", "discrepancy", "entry")
"""Pages of entries, whose ids change with what is read."""
NAMES = (*ADDRESSES, *ENTRIES, "job")


def address_of(name, ask):
    """The address of a page, asked of the page of the two states where an entry's id is in it."""
    if name in ADDRESSES:
        return ADDRESSES[name]
    if name == "job":
        # A file that cannot be read: the record of the example stays as it is.
        return send_files(ask, ("photo.txt", b"\0")).headers["location"]
    page = ask.get(f"{_PAIR}.json").json()
    claims = [event["claim"] for event in page["course"]["events"]]
    match name:
        case "commitment":
            return page["promises"]["latest"][0]["claim"]["path"]
        case "discrepancy":
            return next(d["path"] for d in page["disagreements"] if d["within"])
        case "entry":
            return next(mark["path"] for mark in page["course"]["timeline"]["marks"] if "/entry/" in mark["path"])
        case _:
            contacts = [c["path"] for c in claims if c["layer"] == "engagements"]
            compared = ((path, ask.get(f"{path}.json").json()["compare"]) for path in contacts)
            path, beside = next((path, to) for path, to in compared if to)
            return beside if name == "compare" else path


def json_of(address):
    """The address of the same as JSON."""
    path, mark, query = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + mark + query

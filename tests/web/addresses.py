"""An address of each page that shows much of the example, by the page's name in the table."""

ADDRESSES = {
    "home": "/",
    "relationship": "/relationship/US-CN",
    "document": "/document/be5054d2e88cc5415a80c55e",
    "search": "/search?q=Taiwan",
}


def json_of(address):
    """The address of the same as JSON."""
    path, mark, query = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + mark + query

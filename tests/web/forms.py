"""Forms as an open page sends them."""

import re

PASSWORD = "four quiet words here"
TOKEN = re.compile(r'name="token" value="([^"]+)"')


def sent(client, address, **fields):
    """Send a form with the token of an open page; the answer is not followed."""
    token = TOKEN.search(client.get("/sign-in").text)[1]
    return client.post(address, data={"token": token, **fields}, follow_redirects=False)


def send_files(client, *files, **fields):
    """Send files, given as names with their bytes, from an open page; the answer is not followed."""
    token = TOKEN.search(client.get("/nothing").text)[1]
    parts = [("files", file) for file in files]
    return client.post("/add/files", data={"token": token, **fields}, files=parts, follow_redirects=False)

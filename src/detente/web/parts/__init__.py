"""Parts of pages: pieces of a view as typed models, each used where a page has room for it."""

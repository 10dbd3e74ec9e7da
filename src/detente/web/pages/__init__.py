"""One module per page: what an address asks becomes a page model."""

"""Functions of a View: what an analyst asks of the record."""

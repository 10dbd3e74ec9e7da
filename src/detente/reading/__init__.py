"""Fills a Reading from a Document, one module per language."""

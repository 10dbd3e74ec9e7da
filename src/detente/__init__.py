"""Reads accounts of dealings between states and keeps the cited record."""

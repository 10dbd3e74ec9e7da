"""Mentions and findings to the people and events they are about."""

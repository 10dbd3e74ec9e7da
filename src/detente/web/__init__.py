"""The record in a browser: every page a typed answer, shown as HTML or given as JSON."""

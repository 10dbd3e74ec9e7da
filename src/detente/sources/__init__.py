"""Bytes to Documents, one module per format."""

"""The steps that made the schema what it is; each has a file in `versions`."""

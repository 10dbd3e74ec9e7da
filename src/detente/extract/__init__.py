"""Reading to findings, one module per kind of finding."""

"""One module per step, `rev_NNNN`."""

"""Writers of formats over a View."""

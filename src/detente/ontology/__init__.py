"""What the world is called, from data files with sources and dates."""

"""Language-neutral work on text, and the Reading that extractors see."""

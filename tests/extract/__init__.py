"""Tests of extractors; a package, so that its files may bear names that other rooms have too."""

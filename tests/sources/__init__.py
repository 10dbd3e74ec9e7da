"""Tests of the sources; a package, so that its fixtures are its own."""

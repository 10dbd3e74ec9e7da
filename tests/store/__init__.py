"""Tests of the Record; a package, so that its fixtures are its own."""

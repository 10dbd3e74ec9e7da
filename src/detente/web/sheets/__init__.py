"""What a page shows as a sheet to hand on; one module for pages of one sort."""

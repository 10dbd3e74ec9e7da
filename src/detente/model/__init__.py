"""What the program speaks of: documents, spans, times, findings, dossiers and views."""

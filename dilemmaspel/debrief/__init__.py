"""The debrief: measures, "what if", and the figures behind every question. No window, no log."""

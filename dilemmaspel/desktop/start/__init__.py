"""Before a session: the scenarios, setting one up, the settings, and help."""

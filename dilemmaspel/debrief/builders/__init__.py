"""Builds the figures of the debrief from a session's state."""

"""Dilemmaspel: a decision game for a room, one laptop and a beamer."""

__version__ = "0.1.0"

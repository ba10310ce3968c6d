"""For who writes a scenario: one dilemma as the room will see it, again after every save."""

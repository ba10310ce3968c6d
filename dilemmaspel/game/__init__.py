"""The game: pure rules over immutable values, standard library only."""

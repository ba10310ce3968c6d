"""Tools for the makers of the project; none of them is needed to play."""

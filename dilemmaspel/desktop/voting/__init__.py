"""Voting at the laptop: passed round, by a show of hands, or one vote per table."""

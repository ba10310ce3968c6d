"""The report of a session: what it says, once, for the page to read and for paper."""

"""After a session: the list of all of them, and what each decided."""

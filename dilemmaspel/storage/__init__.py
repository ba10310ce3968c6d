"""The log: one SQLite file that keeps everything that happened, and tables to read it by."""

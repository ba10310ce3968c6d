"""The run of a newcomer, through the program that people download."""

"""Draw the pictures and icons of the game, the same every time.

``python -m tools.drawing --out .`` writes all of them into the project.
"""

"""Drawings that a page is made of: marks, bars, flows and lines; all painted with QPainter."""

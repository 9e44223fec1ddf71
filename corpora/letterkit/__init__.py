"""Turns the lightly marked sources of the sample letters into DOCX files."""

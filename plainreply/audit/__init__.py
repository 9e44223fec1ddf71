"""The audit of an archive: letters from many places, checked as a stream, told as tables."""

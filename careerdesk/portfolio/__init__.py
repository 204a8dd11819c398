"""The career portfolio as a PDF document."""

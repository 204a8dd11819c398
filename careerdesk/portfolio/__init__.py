"""The career portfolio as a PDF: accessible, printable, the same bytes for the same data."""

"""Charts as matplotlib figures: no pyplot, no Qt, colours from the palette."""

"""The assessment as it is asked in the window: rows of answers, steps, and what came of it."""

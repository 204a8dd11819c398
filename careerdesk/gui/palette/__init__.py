"""One line that finds any record of the desk and any command of the program (Ctrl+K)."""

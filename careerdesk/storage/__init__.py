"""The desk file: one SQLite database, its journal, its backups."""

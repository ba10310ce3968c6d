"""The plain tables of the log as files for other programs: XLSX, CSV and JSON."""

"""Import and export of studies, answers and scores as CSV and Excel files; the example studies and the demo."""

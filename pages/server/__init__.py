"""What only app.py uses: static files and the warm-up."""

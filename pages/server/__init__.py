"""What only app.py uses: static files, the warm-up, and limits on what one visitor may take."""

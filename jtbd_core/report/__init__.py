"""What is taken along: one page for a board, as HTML and as PDF, and one chart for a slide."""

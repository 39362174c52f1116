"""Studies, ratings and scores in and out of files: study file, CSV, Excel, report; and the examples."""

"""What a session leaves: a page to print, a Word document, and the file for next time."""

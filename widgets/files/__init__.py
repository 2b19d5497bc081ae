"""What the page shows as files: a Word document, a spreadsheet, a calendar."""

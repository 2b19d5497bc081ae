"""What may stand on other people's pages, and the page that tells their editors how."""

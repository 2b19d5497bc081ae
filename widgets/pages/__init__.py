"""The set of pages, the same whether served or written to a folder."""

"""Pages and scripts of what stands on other people's pages."""

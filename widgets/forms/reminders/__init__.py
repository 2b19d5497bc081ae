"""Days to come back on."""

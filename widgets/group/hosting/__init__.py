"""The hosts' pages: the sessions that are kept, and on a phone what to do, say and ask now."""

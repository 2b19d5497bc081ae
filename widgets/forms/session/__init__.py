"""A coach's session: its screens, the hosts' notes, and the cards that groups hold up."""

"""The room screen: on the wall, for everyone, with no controls."""

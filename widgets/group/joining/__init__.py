"""A participant's pages: the code, a plain notice, how one takes part, and then what is asked."""

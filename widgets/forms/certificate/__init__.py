"""The certificate of effort."""

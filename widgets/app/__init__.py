"""Commands and servers: the only place that knows Voilà and JupyterLab."""

import sys

# jsonschema checks IRIs where it finds this grammar, which takes seconds to load; nothing here has
# an IRI to check. Every import of nbformat, Voilà or JupyterLab comes after this one.
sys.modules.setdefault("rfc3987_syntax", None)

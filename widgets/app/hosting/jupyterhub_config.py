"""The course beside JupyterHub: one process for everybody, JupyterLab for those who want it.

Copy this file, add your own authenticator and spawner, and start the three processes of README.md
here. Each goes on when another stops.
"""

import os

c = get_config()  # noqa: F821

# The course listens there, and knows the path that it is reached by:
#   coproduction serve --no-browser --port 8866 --base-url /services/course/
# It asks for no login, needs no token, and is told nobody's name. The hub waits so many seconds for
# it as it starts, then goes on; the course is reached as soon as it is there.
course = os.environ.get("COURSE_URL", "http://127.0.0.1:8866")
c.JupyterHub.services = [{"name": "course", "url": course, "timeout": 3}]
# Whoever arrives meets the course. "My server", at /hub/home, starts JupyterLab.
c.JupyterHub.default_url = "/services/course/"
c.Spawner.default_url = "/lab"

# The proxy is started beside the hub, not by it, so that the course stays when the hub stops:
#   CONFIGPROXY_AUTH_TOKEN=… configurable-http-proxy --port 8000 --api-ip 127.0.0.1 --api-port 8001
# Give the hub the same CONFIGPROXY_AUTH_TOKEN.
c.ConfigurableHTTPProxy.should_start = False
c.ConfigurableHTTPProxy.api_url = os.environ.get("PROXY_API_URL", "http://127.0.0.1:8001")
# Whoever learns in JupyterLab goes on too while the hub is started again.
c.JupyterHub.cleanup_servers = False

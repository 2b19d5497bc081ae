"""Commands and servers: the only place that knows Voilà and JupyterLab."""

"""What the JupyterLab of a learner's copy is told: its address, and to be quiet and alone."""

from pathlib import Path

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets.config import Config

from widgets.app.kernels import QUIET
from widgets.app.own_kernel import OwnKernelSpecs
from widgets.forms.assets import STATIC

HOST = "127.0.0.1"
EXTENSIONS = STATIC / "labextensions"
# What else may be installed beside JupyterLab, and takes its time to start; notebook_shim reads a
# setting that is deprecated, and warns of it on each start.
NOT_NEEDED = ("jupyter_server_proxy", "notebook", "notebook_shim", "voila.server_extension")


class QuietKernels(AsyncMappingKernelManager):
    """Kernels whose warnings and whose last words do not reach the terminal."""

    async def _async_start_kernel(self, **options):
        return await super()._async_start_kernel(**options, **QUIET)

    start_kernel = _async_start_kernel


def settings_for(folder: Path, port: int, home: str, token: str) -> Config:
    """Return what JupyterLab is told of a copy, which opens with a notebook.

    What a user adds on the command line comes on top.
    """
    config = Config()
    config.ServerApp.update(ip=HOST, port=port, port_retries=0, root_dir=str(folder))
    config.ServerApp.update(log_level="CRITICAL", show_banner=False)
    config.ServerApp.jpserver_extensions = dict.fromkeys(NOT_NEEDED, False)
    config.ServerApp.tornado_settings = {"log_function": lambda handler: None}
    config.ServerApp.kernel_manager_class = QuietKernels
    config.ServerApp.kernel_spec_manager_class = OwnKernelSpecs
    config.IdentityProvider.token = token
    # It would ask other programs which languages they know.
    config.LanguageServerManager.autodetect = False
    config.LabApp.update(
        default_url=f"/doc/tree/{home}",
        # However this package is installed, or where it is not.
        extra_labextensions_path=[str(EXTENSIONS)],
        custom_css=True,
        news_url=None,
        check_for_updates_class="jupyterlab.NeverCheckForUpdate",
        extension_manager="readonly",
        log_level="CRITICAL",
    )
    return config

"""A kernel that is run by the Python that runs this, whatever kernels a user has."""

from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import default


class OwnKernelSpecs(KernelSpecManager):
    """The one kernel that is always there: `python3`, run by the Python that runs this."""

    @default("kernel_dirs")
    def _none_but_our_own(self):
        # In these a user may have a python3 that is another Python.
        return []


class OwnKernel(AsyncKernelManager):
    """A kernel in this very Python, whose connection file lies in the home it is started with."""

    @default("kernel_spec_manager")
    def _our_own(self):
        return OwnKernelSpecs(parent=self)

    async def _async_start_kernel(self, *, env: Mapping[str, str], **options):
        runtime = Path(env["JUPYTER_RUNTIME_DIR"])
        self.connection_file = str(runtime / f"kernel-{uuid4()}.json")
        await super()._async_start_kernel(env=dict(env), **options)

    start_kernel = _async_start_kernel

"""Notebooks -> the HTML of their cells: Voilà runs each once, then its kernel is shut down."""

import asyncio
import contextlib
import logging
import os
import re
import signal
from pathlib import Path

from jupyter_core.utils import ensure_async
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from tqdm.asyncio import tqdm
from traitlets import Unicode, default
from traitlets.config import Config
from voila.app import Voila
from voila.exporter import VoilaMarkdownRenderer
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from widgets.course.loading import VARIABLE, notebooks_folder

from .kernels import QUIET, CellError, end_kernels

# On a busy machine a kernel now and then fails to start.
TRIES = 2
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')
TEMPLATE = Path(__file__).parent / "voila_template"


class LessonMarkdown(VoilaMarkdownRenderer):
    """Markdown without the ¶ that a screen reader would read out after each heading."""

    def heading(self, text: str, level: int) -> str:
        """Return a heading that links can lead to."""
        # nbconvert's own way to leave the ¶ out takes the id with it.
        return ANCHOR.sub("", super().heading(text, level))


class LessonRenderer(NotebookRenderer):
    """Voilà's renderer of one notebook, remembering the cell that failed."""

    error: CellError | None = None

    async def _jinja_cell_generator(self, nb, kernel_id):
        number = 0
        async for cell in super()._jinja_cell_generator(nb, kernel_id):
            number += 1
            for output in cell.get("outputs", []):
                if output["output_type"] == "error":
                    said = output["ename"], output["evalue"]
                    self.error = CellError(self.notebook_path, f"cell {number}", *said)
            yield cell


class RenderingVoila(Voila):
    """Voilà that renders notebooks for someone else to serve; it has no routes of its own."""

    course_file = Unicode(help="The course.yml whose notebooks are rendered.")

    @default("config_file_paths")
    def _no_config_files(self):
        return []

    @default("log_level")
    def _errors_only(self):
        return logging.ERROR

    @default("root_dir")
    def _notebooks(self):
        return str(notebooks_folder(Path(self.course_file)))

    def initialize(self, argv=None):
        """Set up without reading the command line; errors keep their own words for the log."""
        # A kernel that died would be started again, empty, and the lesson wait for it or go on.
        self.update_config(Config({"KernelManager": {"autorestart": False}}))
        super().initialize(argv or [])
        self.voila_configuration.show_tracebacks = True

    def setup_template_dirs(self):
        """Put our template before Voilà's, wherever this package is installed."""
        super().setup_template_dirs()
        self.template_paths.insert(0, str(TEMPLATE))

    def init_handlers(self):
        """Return no handlers: nobody reaches a kernel, a file or a folder through this server."""
        return []

    def listen(self):
        """Run until interrupted or terminated, and leave no kernel behind."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        self.ioloop = IOLoop.current()
        try:
            self.run()
        except KeyboardInterrupt:
            self._cancel_rendering()
        finally:
            self.stop()

    def stop(self):
        """Shut every kernel down, also one that was interrupted while it started."""
        # Voilà stops at the first kernel that had not started yet.
        with contextlib.suppress(HTTPError):
            super().stop()
        end_kernels()

    def _cancel_rendering(self):
        loop = self.ioloop.asyncio_loop
        # The task that was interrupted would be reported as one that failed.
        loop.set_exception_handler(lambda loop, context: None)
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))

    def run(self):
        """Do what this Voilà was started for, on self.ioloop."""
        raise NotImplementedError

    def render(self, notebooks: list[str]) -> dict[str, str | CellError]:
        """Render notebooks side by side, as many as there are processors, and show progress."""
        return self.ioloop.asyncio_loop.run_until_complete(self.render_all(notebooks))

    async def render_all(self, notebooks: list[str]) -> dict[str, str | CellError]:
        """Render notebooks side by side, without keeping the event loop to themselves."""
        turns = asyncio.Semaphore(os.cpu_count() or 1)

        async def rendered(name):
            async with turns:
                return name, await self._render_or_error(name)

        tasks = map(rendered, notebooks)
        return dict(await tqdm.gather(*tasks, desc="Rendering lessons", unit="lesson"))

    async def _render_or_error(self, name):
        for _ in range(TRIES):
            try:
                return await self._render(name)
            except CellError as error:
                return error
            except Exception as error:  # Whatever keeps one lesson from rendering, others go on.
                failure = CellError(name, "its kernel", type(error).__name__, str(error))
        return failure

    async def _render(self, name):
        renderer = self._renderer(name)
        await renderer.initialize()
        kernel_id = await ensure_async(
            self.kernel_manager.start_kernel(
                kernel_name=renderer.notebook.metadata.kernelspec.name,
                path="",
                env=os.environ | {VARIABLE: self.course_file},
                **QUIET,
            )
        )
        try:
            kernel = self.kernel_manager.get_kernel(kernel_id)
            html = await renderer.generate_content_str(kernel_id, kernel)
        finally:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id, now=True))
        if renderer.error:
            raise renderer.error
        return html

    def _renderer(self, name):
        renderer = LessonRenderer(
            voila_configuration=self.voila_configuration,
            traitlet_config=self._renderer_config(),
            notebook_path=name,
            template_paths=self.template_paths,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=get_page_config(
                base_url=self.base_url,
                settings=self.app.settings,
                log=self.log,
                voila_configuration=self.voila_configuration,
            ),
        )
        # It would log a failing cell as a Python dictionary; CellError says it in a line.
        renderer.log = logging.getLogger("silent")
        renderer.log.disabled = True
        return renderer

    def _renderer_config(self):
        config = Config(self.config)
        markdown = f"{LessonMarkdown.__module__}.{LessonMarkdown.__qualname__}"
        config.VoilaExporter.markdown_renderer_class = markdown
        return config

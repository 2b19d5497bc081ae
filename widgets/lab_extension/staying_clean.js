// Opening a lesson changes nothing in it: JupyterLab writes into it which kernel it found, and each
// learner has another version of Python. Saved, it would differ from the course's own for that alone.
const OF_KERNELS = ["kernelspec", "language_info"];

/** @param {any} model of a notebook of the course */
export function stayClean(model) {
  let dirty = model.dirty;
  model.stateChanged.connect(() => queueMicrotask(() => (dirty = model.dirty)));
  model.metadataChanged.connect((/** @type {unknown} */ _, /** @type {{ key: string }} */ { key }) => {
    // What was changed before is the learner's.
    if (OF_KERNELS.includes(key) && !dirty) queueMicrotask(() => (model.dirty = false));
  });
}

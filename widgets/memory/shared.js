// What all scripts of ours on one page share: each widget has a module of its own, a page may load
// its script twice, and the document is the one thing that they all know.

/**
 * @typedef {object} Shared
 * @property {Map<string, string>} onThisPage what is kept nowhere else, as text by its key
 * @property {Record<string, number>} drawn how often each form was drawn, by its id
 * @property {WeakSet<Element>} awake what was woken
 * @property {Map<string, Promise<{ render: (view: any) => void }>>} modules what widgets load
 * @property {Map<string, CSSStyleSheet>} styles what widgets wear
 * @property {boolean} [heeds] whether other tabs are listened to
 */

const page = /** @type {Document & { coproduction?: Shared }} */ (document);

/** @type {Shared} */
export const shared = (page.coproduction ??= {
  onThisPage: new Map(),
  drawn: {},
  awake: new WeakSet(),
  modules: new Map(),
  styles: new Map(),
});

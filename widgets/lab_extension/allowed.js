// What the forms are made of, and nothing else: what an untrusted notebook may put on the page.

/** @param {string} words */
const listed = (words) => new Set(words.split(/\s+/).filter(Boolean));

export const TAGS = listed(`
  a button dd details div dl dt fieldset form h2 h3 h4 h5 input label legend li nav ol option p script section select
  small span strong summary table tbody td template textarea th thead time tr ul
`);

// Whatever they say.
export const FREE = listed(`
  aria-describedby aria-label aria-labelledby download for maxlength max min name rowspan colspan rows start value
`);

// Our own `data-…`, without it.
export const DATA = listed(`
  add afresh after again another answers asking asleep before beside by calendar called cell certificate changed
  changes check checked checked-on checklist choice closer code column columns come-back commitment compare compared
  copy counted course dates days done dot earlier embeds entry error error-text errors fault feedback file fingerprint
  first first-go first-step for forget form forms handed-on headed heading here href include kept-as key latest
  latest-day left-out lesson linked list lm-suppress-shortcuts look look-again made make mine moved name names
  navigation needs-heading no-offer none not-kept note nothing now offer offers on-paper options outcome outcomes
  outside own own-change own-device pair partner place plan print private progress question questions quiet reminders
  restart result row said said-of same sentences several sheet shown shows since since-then single skip somewhere
  state status step step-of steps tables take-away take-out taken talk-first template text texts title together token
  told unchecked verdict view vignette vignettes waiting way when withdrawn without-result word wording words workbook
`);

export const CLASSES = listed(`
  about after answers asking asleep before buttons by-hand card check clash closer come-back commitment compare
  coproduction coproduction-care coproduction-certificate coproduction-change coproduction-checklist
  coproduction-embeds coproduction-form coproduction-glossary coproduction-navigation coproduction-objectives
  coproduction-own-check coproduction-paper coproduction-reminders coproduction-sources coproduction-stories
  coproduction-template coproduction-vignettes coproduction-way coproduction-workbook depends disc dont-know door dots
  dots-row earlier entry error errors feedback fit fits follow-up forget gentle here hint introduction keep label
  latest letters line look-again mark mine moved not-now not-quite note notice numbers on-paper onward option outcome
  part partly place plain preview question remark result role said saved scenario-title scene sheet side-by-side
  stands steps story subject take-away tally three ticks token topic unseen view views ways wide words yes-fully
`);

// These say one of a few things; nothing, where they only need to be there.
/** @type {Record<string, Set<string>>} */
export const FIXED = {
  "aria-atomic": new Set(["true"]),
  "aria-current": new Set(["page"]),
  "aria-hidden": new Set(["true"]),
  "aria-live": new Set(["polite"]),
  "aria-pressed": new Set(["false", "true"]),
  autocapitalize: new Set(["characters"]),
  autocomplete: new Set(["off"]),
  disabled: new Set([""]),
  hidden: new Set([""]),
  open: new Set([""]),
  novalidate: new Set([""]),
  readonly: new Set([""]),
  role: new Set(["cell", "columnheader", "group", "img", "region", "row", "rowgroup", "rowheader", "status", "table"]),
  scope: new Set(["col", "colgroup", "row"]),
  spellcheck: new Set(["false"]),
  tabindex: new Set(["-1", "0"]),
  type: new Set(["A", "application/json", "button", "checkbox", "date", "radio", "submit", "text"]),
};

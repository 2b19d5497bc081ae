// A calendar file: Python wrote its events, with stand-ins for what only this device knows.
const LINE_BREAK = "\r\n";
const FOLD = `${LINE_BREAK} `;
const LONGEST_LINE = 75;
const EVENTS = /\r\nBEGIN:VEVENT\r\n.*\r\nEND:VEVENT(?=\r\n)/s;
const NEXT_EVENT = /(?=\r\nBEGIN:VEVENT\r\n)/;
// RFC 5545 has no place for them.
const NOT_IN_A_CALENDAR = /[\0-\x08\x0b-\x1f\x7f]/g;

/** @typedef {{ day: string } & Record<string, string>} CalendarEvent its day, and its texts by name */

/**
 * `@name@` stands for each text in the calendar, which holds one event to repeat for all of them,
 * or one for each.
 * @param {string} calendar @param {CalendarEvent[]} events
 */
export function calendarOf(calendar, events) {
  const unique = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const now = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const dated = calendar.replaceAll(FOLD, "").replace(EVENTS, (block) => {
    const patterns = block.split(NEXT_EVENT);
    const filled = events.map((event, index) => {
      const made = { ...event, now, made: `${unique}-${index + 1}` };
      return eventOf(patterns[index] ?? patterns[0], made);
    });
    return filled.join("");
  });
  return dated.split(LINE_BREAK).map(folded).join(LINE_BREAK);
}

/** @param {string} pattern @param {CalendarEvent} event */
function eventOf(pattern, { day, now, ...texts }) {
  const dated = pattern
    .replace(/(\r\nDTSTART;VALUE=DATE:)\d+/, (_, name) => name + day.replaceAll("-", ""))
    .replace(/(\r\nDTSTAMP:)\w+/, (_, name) => name + now);
  const known = (/** @type {string} */ mark, /** @type {string} */ name) =>
    Object.hasOwn(texts, name) ? calendarText(texts[name]) : mark;
  return dated.replaceAll(/@([a-z0-9-]+)@/g, known);
}

/** @param {string} text */
function calendarText(text) {
  const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll(NOT_IN_A_CALENDAR, "");
  return lines.replaceAll(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/**
 * A line has a longest length in bytes, and no character may be cut in two.
 * @param {string} line
 */
function folded(line) {
  let length = 0;
  return [...line].reduce((text, character) => {
    const bytes = new TextEncoder().encode(character).length;
    const fits = length + bytes <= LONGEST_LINE;
    length = fits ? length + bytes : 1 + bytes;
    return text + (fits ? "" : FOLD) + character;
  }, "");
}

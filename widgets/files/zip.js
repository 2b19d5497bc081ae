// A zip by hand, as a browser has none: one more file for a zip that Python made.
// How long the end is, and where in it: how many files, the directory's size and where it begins.
const END = { length: 22, count: 10, size: 12, start: 16 };
// In the order of their fields: what a file is, in the directory too; UTF-8 name, stored as it is.
const FILE = 0x04034b50;
const ENTRY = 0x02014b50;
const LAST = 0x06054b50;
const VERSION = 20;
const UTF_8_NAME = 0x800;
// The first day that a zip can tell: the real one is nobody's business.
const DAY_ZERO = 0x21;

/** @param {Uint8Array} zip @param {Uint8Array} name @param {Uint8Array} content */
export function zipWith(zip, name, content) {
  const end = new DataView(zip.buffer, zip.byteOffset + zip.length - END.length);
  const count = end.getUint16(END.count, true) + 1;
  const start = end.getUint32(END.start, true);
  const directory = zip.subarray(start, start + end.getUint32(END.size, true));
  const facts = factsOf(name, content);
  const file = [...word32(FILE), ...facts, ...name, ...content];
  // No comment, the first disk, no attributes.
  const entry = [...word32(ENTRY), ...word16(VERSION), ...facts, ...Array(10).fill(0), ...word32(start), ...name];
  const size = directory.length + entry.length;
  const counts = [...word16(count), ...word16(count)];
  const last = [...word32(LAST), 0, 0, 0, 0, ...counts, ...word32(size), ...word32(start + file.length), 0, 0];
  return new Uint8Array([...zip.subarray(0, start), ...file, ...directory, ...entry, ...last]);
}

// What a file and its entry in the directory both say.
/** @param {Uint8Array} name @param {Uint8Array} content */
function factsOf(name, content) {
  const stored = [...word16(VERSION), ...word16(UTF_8_NAME), ...word16(0), ...word16(0), ...word16(DAY_ZERO)];
  const sizes = [...word32(content.length), ...word32(content.length), ...word16(name.length), ...word16(0)];
  return [...stored, ...word32(crc32(content)), ...sizes];
}

/** @param {number} number */
function word16(number) {
  return [number & 0xff, (number >>> 8) & 0xff];
}

/** @param {number} number */
function word32(number) {
  return [...word16(number), ...word16(number >>> 16)];
}

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

// Lists of small numbers as printable text: six bits a sign, the sixth says that more follow.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...SIGNS].forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });

/** Whole numbers, 0 or more, → text. */
export function pack(numbers) {
  let text = "";
  for (let left of numbers) {
    while (left > 31) {
      text += SIGNS[(left & 31) | 32];
      left >>>= 5;
    }
    text += SIGNS[left];
  }
  return text;
}

/** Text → the whole numbers it was packed from. */
export function unpack(text) {
  const numbers = [];
  for (let at = 0, value = 0, shift = 0; at < text.length; at += 1) {
    const bits = VALUES[text.charCodeAt(at)];
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits < 32) {
      numbers.push(value);
      value = shift = 0;
    }
  }
  return numbers;
}

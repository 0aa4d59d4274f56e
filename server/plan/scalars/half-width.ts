// Full-width digits, letters and punctuation as their ASCII counterparts, position for position.

const others: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '、': ',',
  '。': '.',
  '〜': '~',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': 'x',
  '【': '[',
  '】': ']',
};

const wide = /[\uff01-\uff5e\u3000\u00a0、。〜−–—×【】]/g;

/** The text with every full-width character replaced by the one ASCII character it stands for: offsets stay as they are. */
export function halfWidth(text: string): string {
  return text.replace(wide, (character) => others[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

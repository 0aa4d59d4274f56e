// The text of a file that another program wrote: Unicode, what XML says of itself, or what Excel saves a table in.

export interface ForeignText {
  readonly text: string;
  /** Where it is no Unicode: what it was taken for. */
  readonly encoding?: string;
}

/** `name` is the file's: its ending says what may be guessed. Undefined for what is no text. */
export function foreignText(bytes: Uint8Array, name: string): ForeignText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  if (bytes.includes(0)) return undefined;
  const unicode = decoded(bytes, 'utf-8');
  const encoding = unicode === undefined ? (encodingOfXml(bytes) ?? encodingOfTable(bytes, name)) : undefined;
  const text = encoding === undefined ? undefined : decoded(bytes, encoding)?.text;
  return encoding === undefined || text === undefined ? unicode : { text, encoding };
}

function decoded(bytes: Uint8Array, encoding: string): ForeignText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}

function encodingOfXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

/** Excel saves “CSV” in what Windows is set to: GBK in China, Windows-1252 in western Europe and America. Others are not guessed. */
function encodingOfTable(bytes: Uint8Array, name: string): string | undefined {
  if (!/\.csv$/i.test(name)) return undefined;
  let [common, others, letters] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x41 && byte < 0x80) letters += 1;
    if (byte < 0x80) continue;
    const isPair = byte >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1;
    // The common characters of GBK and its marks begin so; in Cyrillic that is where capitals are.
    if (isPair && byte <= 0xd7) common += 1;
    else others += 1;
    if (isPair) at += 1;
  }
  if (common > 2 * others) return 'gbk';
  // Here and there a letter with an accent, a dash, a quote.
  return common + others < letters / 4 ? 'windows-1252' : undefined;
}

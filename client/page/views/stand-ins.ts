// Signs that a diagram's grammar or its markup could take for their own never reach Mermaid: letters that the text doesn't use stand in for them until it is drawn.

/** Letters of Vietnamese and of scholars, about as wide as the signs that they stand in for. */
const narrow = [...'ịỉḭḷḹḻḽṭṯṱṫẗṛṝṟḟ'];
const wide = [...'ḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḡḣḥḧḩḫḯḱḳḵḿṁṃṅṇṉṋṍṏṑṓṕṗṙṡṣṥṧṩṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẘẙ'];
const narrowSigns = new Set('.,:;!|\'`"()[]{}/\\-'.split(''));

export interface StoodIn {
  /** The text without entities. */
  readonly text: string;
  /** The text as it was meant. */
  restore(drawn: string): string;
}

/** Puts a letter in the place of each entity (`#58;`); all that the server escapes comes as one. */
export function standIn(source: string): StoodIn {
  const used = new Set(source);
  const pools = {
    narrow: narrow.filter((letter) => !used.has(letter)),
    wide: wide.filter((letter) => !used.has(letter)),
  };
  const byCode = new Map<string, string>();
  const signs = new Map<string, string>();
  const text = source.replaceAll(/#(\d+);/g, (whole, code: string) => {
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const sign = String.fromCodePoint(Number(code));
    const letter = (narrowSigns.has(sign) ? pools.narrow.pop() : undefined) ?? pools.wide.pop();
    // A text that uses all of them keeps its entity: Mermaid shows it as it can.
    if (letter === undefined) return whole;
    byCode.set(code, letter);
    signs.set(letter, sign);
    return letter;
  });
  return { text, restore: (drawn) => [...drawn].map((letter) => signs.get(letter) ?? letter).join('') };
}

/** Says what was meant in every text of a drawing, as text. */
export function restoreTexts(drawing: Element, { restore }: StoodIn): void {
  const texts = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const meant = restore(node.nodeValue ?? '');
    if (meant !== node.nodeValue) node.nodeValue = meant;
  }
}

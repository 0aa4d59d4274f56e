// What a conversion lost, one line a kind: what happened, and to which things.
import { convertWords, lossWords } from '../words/convert.ts';
import { nameOf, say, type Wording } from '../words/words.ts';
import type { Loss } from './losses.ts';

const shownItems = 5;
const longestItem = 60;

export function lossLines(losses: readonly Loss[], wording: Wording): readonly string[] {
  return losses.map(({ code, items, args }) => {
    const text = say(lossWords[code], args, wording);
    const things = [...new Set(items.map((item) => nameOf(item, wording)))].map(shortened);
    if (things.length === 0) return text;
    const shown = things.slice(0, shownItems).join(wording.locale === 'en' ? ', ' : '、');
    const rest = things.length - shownItems;
    const more = rest > 0 ? ` ${say(convertWords.more, { count: rest }, wording)}` : '';
    return `${text}${wording.locale === 'en' ? ': ' : '：'}${shown}${more}`;
  });
}

/** On one line, without what a terminal would act on. */
function shortened(item: string): string {
  const line = item.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return line.length > longestItem ? `${[...line].slice(0, longestItem).join('')}…` : line;
}

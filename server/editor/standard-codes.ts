// Codes that standards give to countries, currencies and languages, with their names in the reader's language; usual working hours.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Locale } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import type { Room } from './room.ts';

/** Countries whose public holidays are known (ISO 3166). */
export const countries: readonly string[] = [
  'AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BW BY BZ CA CC CD CF CG CH CI',
  'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN',
  'GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IN IR IS IT JE JM JP KE KM KN KR KY KZ LC LI LK LR LS LT LU LV LY MA',
  'MC MD ME MF MG MK ML MQ MR MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NZ PA PE PF PH PK PL PM PR PT PY RE RO RS RU RW',
  'SA SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VI VN',
  'VU WF XK YT ZA ZM ZW',
].flatMap((line) => line.split(' '));

/** Countries by their names in the reader's language. */
export function countrySuggestions(locale: Locale): readonly Suggestion[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const order = new Intl.Collator(locale);
  return countries
    .map((code) => named(code, names.of(code) ?? code))
    .sort((one, other) => order.compare(one.detail ?? '', other.detail ?? ''));
}

/** What a text of the plan may be that a standard knows; undefined for any other text. */
export function codeSuggestions({ segments }: CursorPlace, locale: Locale): readonly Suggestion[] | undefined {
  const [key] = segments;
  return segments.length === 1 && typeof key === 'object' ? byKey.get(key.key)?.(locale) : undefined;
}

const byKey: ReadonlyMap<string, (locale: Locale) => readonly Suggestion[]> = new Map([
  ['currency', currencies],
  ['language', () => [named('en', 'English'), named('zh-CN', '简体中文')]],
]);

/** Those that most trade is done in, by how much that is (BIS, 2022): the rest follows by the alphabet. */
const widest = [
  'USD',
  'EUR',
  'JPY',
  'GBP',
  'CNY',
  'AUD',
  'CAD',
  'CHF',
  'HKD',
  'SGD',
  'SEK',
  'KRW',
  'NOK',
  'NZD',
  'INR',
];

function currencies(locale: Locale): readonly Suggestion[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const all = new Set([...widest, ...Intl.supportedValuesOf('currency')]);
  return [...all].map((code) => named(code, names.of(code) ?? code));
}

function named(label: string, name: string): Suggestion {
  return { label, kind: CompletionItemKind.Constant, detail: name, name };
}

const intervals = ['09:00-12:00', '13:00-18:00', '09:00-17:00', '08:00-12:00', '13:00-17:00', '22:00-06:00'];

/** Behind `hours` of a calendar: stretches of a day. */
export function hoursSuggestions({ segments, wants, before }: CursorPlace, room: Room): readonly Suggestion[] {
  const [section, , key] = segments.map((segment) => (segment === 'item' ? '' : segment.key));
  if (section !== 'calendars' || key !== 'hours' || before !== '' || wants === 'key' || !room.value) return [];
  return intervals.map((label) => ({ label, kind: CompletionItemKind.Value }));
}

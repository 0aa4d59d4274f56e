// Durations in Chinese words (`三天`, `两周`, `半天`, `一个半月`) with their numbers as digits, for the parser of durations.

const digits = '零一二三四五六七八九';
const numeral = /[零一二两兩三四五六七八九十半]+/g;
/** A half behind the measure word or unit: 一个半月, 两天半. */
const trailingHalf = /([零一二两兩三四五六七八九十]+|\d+)\s*(?:([个個])半(小时|小時|月|星期|礼拜)|(天|周|週)半)/g;

/** The text with Chinese numerals as digits; undefined where there are none, or none that make a number. */
export function chineseDuration(text: string): string | undefined {
  if (!/[一-鿿]/.test(text)) return undefined;
  const halves = text.replace(
    trailingHalf,
    (whole, number: string, _measure, counted: string | undefined, plain: string | undefined) => {
      const amount = /^\d/.test(number) ? Number(number) : numberOf(number);
      return amount === undefined ? whole : `${amount + 0.5}${counted === undefined ? plain : `个${counted}`}`;
    },
  );
  let failed = false;
  const replaced = halves.replace(numeral, (word) => {
    const amount = numberOf(word);
    failed ||= amount === undefined;
    return String(amount);
  });
  return failed || replaced === text ? undefined : replaced;
}

/** 0…99, and 半. */
function numberOf(word: string): number | undefined {
  if (word === '半') return 0.5;
  const match = /^([一二三四五六七八九两兩]?)(十?)([一二三四五六七八九]?)$/.exec(word.replace('零', ''));
  if (match === null || word === '') return undefined;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return last === '' ? digitOf(first) : undefined;
  return (first === '' ? 1 : digitOf(first)) * 10 + (last === '' ? 0 : digitOf(last));
}

function digitOf(digit: string): number {
  return digit === '两' || digit === '兩' ? 2 : Math.max(0, digits.indexOf(digit));
}

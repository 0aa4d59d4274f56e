// Reads scalars by their format: values, informal texts, problems with their slices, and the ids that are mentioned.
import type { ListNode, ScalarNode } from '../text/node.ts';
import type { Field } from './field.ts';
import { formats, isDate, isRange, mentionedIn } from './formats.ts';
import { nearest } from './nearest.ts';
import { problem, type Reading } from './reading.ts';
import { halfWidth } from './scalars/half-width.ts';
import type { RecordName, ScalarFormat, Shape } from './schema.generated.ts';
import { ourValue } from './synonym.ts';

/** What stands around a value: the key that holds it (none for a record's own scalar) and the record that has the key. */
export interface Surroundings {
  readonly record: RecordName;
  readonly key: ScalarNode | undefined;
}

type ScalarShape = Extract<Shape, { kind: 'scalar' }>;

export class ScalarReader {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The value with its node; undefined where it can't be read, which is then a problem. */
  read(shape: ScalarShape, node: ScalarNode, around: Surroundings): Field<unknown> | undefined {
    const { text } = node;
    const { problems, informal, mentions } = this.#reading;
    const key = around.key?.text ?? '';
    if (text === '' && node.style === 'plain') {
      const place = around.key === undefined ? { node } : { node, onKey: around.key };
      problems.push(problem('schema', 'missing-value', { key }, place));
      return undefined;
    }
    if (shape.values !== undefined && !shape.values.includes(text)) {
      this.#notOneOf(shape.values, node, around);
      return undefined;
    }
    const format = formats[shape.format];
    const read = format.parse(text);
    if (!read.ok) {
      problems.push({ ...read.problem, node });
      return undefined;
    }
    if (read.informal !== undefined) informal.push({ node, standard: read.informal });
    if (format.refers !== undefined) {
      const { id, from, to } = mentionedIn(shape.format, text, read.value);
      mentions.push({ referring: format.refers, id, node, from, to, format: shape.format });
    }
    this.#noteDates(shape.format, read.value, node);
    return { value: read.value, node };
  }

  /** A scalar where a list may stand: several values with commas between them need brackets. */
  readAlone(shape: ScalarShape, node: ScalarNode, around: Surroundings): Field<unknown> | undefined {
    const parts = partsOf(shape.format, node);
    if (parts === undefined) return this.read(shape, node, around);
    const list = `[${parts.join(', ')}]`;
    const args = { text: node.text, list };
    this.#reading.problems.push(problem('flow-comma', 'no-brackets', args, { node, suggestion: list }));
    return undefined;
  }

  /** An item of a list: a full-width comma inside it separates nothing. */
  readItem(shape: ScalarShape, node: ScalarNode, around: Surroundings, list: ListNode): Field<unknown> | undefined {
    const parts = partsOf(shape.format, node);
    if (parts === undefined) return this.read(shape, node, around);
    const { text } = node;
    const [sign = ''] = separator.exec(text) ?? [];
    this.#reading.problems.push(
      list.flow
        ? problem('fullwidth-punctuation', 'comma', { text, sign }, { node, suggestion: parts.join(', ') })
        : problem('flow-comma', 'item', { text }, { node }),
    );
    return undefined;
  }

  #noteDates(format: ScalarFormat, value: unknown, node: ScalarNode): void {
    const { dates, ranges } = this.#reading;
    if (isDate(format, value)) dates.push({ date: value, node });
    else if (isRange(format, value)) {
      ranges.push({ range: value, node });
      dates.push({ date: value.from, node }, { date: value.to, node });
    }
  }

  #notOneOf(values: readonly string[], node: ScalarNode, { record, key }: Surroundings): void {
    const text = node.text.trim();
    const args = { key: key?.text ?? '', text, values: values.join(', ') };
    const meant = key === undefined ? undefined : ourValue(record, key.text, text);
    if (meant?.key !== undefined && key !== undefined) {
      const suggestion = `${meant.key}: ${meant.value}`;
      this.#reading.problems.push(problem('schema', 'bad-enum', args, { node, onKey: key, through: node, suggestion }));
      return;
    }
    const suggestion =
      meant?.value ?? values.find((value) => value === halfWidth(text).toLowerCase()) ?? nearest(text, values);
    this.#reading.problems.push(
      problem('schema', 'bad-enum', args, suggestion === undefined ? { node } : { node, suggestion }),
    );
  }
}

/** Signs that people write between values. */
const separator = /[,;，；、]/;

/** The pieces between commas, where several of a format that has no commas are meant. */
function partsOf(format: ScalarFormat, node: ScalarNode): readonly string[] | undefined {
  if (!separator.test(node.text) || node.style !== 'plain' || formats[format].listable !== true) return undefined;
  const parts = node.text.split(separator).map((part) => part.trim());
  const isEach = (part: string) => part !== '' && formats[format].parse(part).ok;
  return parts.length > 1 && parts.every(isEach) ? parts : undefined;
}

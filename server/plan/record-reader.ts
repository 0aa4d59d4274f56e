// Reads a node as a record of the language: typed members, each value with its node, by the table that the schema gives.
import { fitted } from '../text/fitted.ts';
import type { MapNode, Node, Pair, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { calendarHours } from './calendar-hours.ts';
import type { Entry, Field } from './field.ts';
import { commaSlips, cutNumbers, type FlowSlip, type MapShape } from './flow-comma.ts';
import { looseTask } from './formats.ts';
import { atKey, emptyReading, problem, type Reading } from './reading.ts';
import { blankRecord, keyShape, shorthandOf } from './record-shapes.ts';
import { ScalarReader, type Surroundings } from './scalar-reader.ts';
import { idOf } from './scalars/id.ts';
import type { KeyShape, RecordName, RecordTypes, Shape } from './schema.generated.ts';
import { outline, SchemaData } from './schema-data.ts';
import { schemaProblems } from './schema-problems.ts';
import { bracketsInKey, keysInside, misreadRecord, wideSpaces } from './unknown-key.ts';

const nothing: ReadonlySet<string> = new Set();

export class RecordReader {
  readonly #tree: Tree;
  readonly #reading: Reading;
  readonly #scalars: ScalarReader;
  /** Nodes with an anchor are read once for each shape, however many aliases mean them. */
  readonly #known = new Map<Node, Map<RecordName, unknown>>();

  constructor(tree: Tree, reading: Reading) {
    this.#tree = tree;
    this.#reading = reading;
    this.#scalars = new ScalarReader(reading);
  }

  /**
   * The record that a node says; a scalar stands for a record with its shorthand key. `skip` names keys that are read
   * elsewhere. Undefined where the node can't be such a record: who holds it
   * reports that.
   */
  record<N extends RecordName>(
    name: N,
    written: Node,
    key: ScalarNode | undefined,
    skip: ReadonlySet<string> = nothing,
  ): RecordTypes[N] | undefined {
    const node = this.#tree.resolve(written);
    if (node === undefined || node.kind === 'list') return undefined;
    const made =
      node.anchor === undefined || node.kind === 'scalar'
        ? this.#make(name, node, key, skip)
        : this.#once(node, name, () => this.#make(name, node, key, skip));
    // biome-ignore lint/nursery/noUnsafeTypeAssertion: members are made by the table that the type was generated with.
    return made as RecordTypes[N] | undefined;
  }

  #make(name: RecordName, node: MapNode | ScalarNode, key: ScalarNode | undefined, skip: ReadonlySet<string>): unknown {
    return node.kind === 'map' ? this.#fromMap(name, node, key, skip) : this.#fromScalar(name, node, key);
  }

  #once(node: MapNode, name: RecordName, make: () => unknown): unknown {
    const byName = this.#known.get(node) ?? new Map<RecordName, unknown>();
    this.#known.set(node, byName);
    if (!byName.has(name)) {
      // Set before it is made: a node that holds itself ends here.
      byName.set(name, undefined);
      byName.set(name, make());
    }
    return byName.get(name);
  }

  #fromScalar(name: RecordName, node: ScalarNode, key: ScalarNode | undefined): unknown {
    const data = new SchemaData(name);
    const subject = { name, node, key, tree: this.#tree, data };
    if (node.text === '' && node.style === 'plain') {
      schemaProblems(subject, data.values, this.#reading);
      return blankRecord(name, node, []);
    }
    const misread = misreadRecord(this.#tree, name, node);
    if (misread !== undefined) {
      this.#reading.problems.push(misread);
      return blankRecord(name, node, keysInside(name, node));
    }
    const shorthand = shorthandOf(name);
    if (shorthand === undefined || shorthand.shape.shape.kind !== 'scalar') return undefined;
    const read = this.#scalars.read(shorthand.shape.shape, node, { record: name, key });
    if (read === undefined) return blankRecord(name, node, [shorthand.key]);
    schemaProblems(subject, node.text, this.#reading);
    const record = blankRecord(name, node, []);
    record[shorthand.shape.member] = read;
    return record;
  }

  #fromMap(name: RecordName, node: MapNode, key: ScalarNode | undefined, skip: ReadonlySet<string>): unknown {
    const unread: string[] = [];
    const members = blankRecord(name, node, unread);
    const data = new SchemaData(name);
    const slips = node.flow ? commaSlips(this.#tree, name, node) : undefined;
    for (const pair of this.#tree.pairsOf(node)) {
      const written = pair.key.text;
      const slip = slips?.get(pair);
      if (slip?.isUnread) this.#slipped(slip, written, data, unread);
      else {
        if (slip?.problem) this.#reading.problems.push(slip.problem);
        const field = keyShape(name, written);
        if (field === undefined) this.#stranger(name, pair, data, unread);
        else if (skip.has(written)) data.put(written, outline(this.#tree, pair.value, field.shape, undefined));
        else this.#member(name, field, pair, members, unread, data);
      }
    }
    schemaProblems({ name, node, key, tree: this.#tree, data }, data.values, this.#reading);
    members.unread = fitted(unread);
    return members;
  }

  #stranger(name: RecordName, { key }: Pair, data: SchemaData, unread: string[]): void {
    data.put(key.text, true);
    const meant = data.meant(key.text);
    unread.push(...keysInside(name, key), ...(meant === undefined ? [] : [meant]));
  }

  /** What is part of a value that a comma cut is no key; a number without its rest is another one. */
  #slipped(slip: FlowSlip, written: string, data: SchemaData, unread: string[]): void {
    if (slip.problem === undefined) return;
    this.#reading.problems.push(slip.problem);
    unread.push(written);
    data.put(written, '');
    data.settle(written);
  }

  #member(
    name: RecordName,
    field: KeyShape,
    { key, value: node }: Pair,
    members: Record<string, unknown>,
    unread: string[],
    data: SchemaData,
  ): void {
    const { problems } = this.#reading;
    const before = problems.length;
    const complete = { whole: true };
    const value = this.#value(field.shape, node, { record: name, key }, complete);
    if (value === undefined || !complete.whole) unread.push(key.text);
    if (value !== undefined) members[field.member] = value;
    data.put(key.text, outline(this.#tree, node, field.shape, value));
    if (value === undefined && (problems.length > before || this.#tree.resolve(node) === undefined))
      data.settle(key.text);
    if (field.deprecated !== undefined) {
      const ours = field.deprecated;
      const place = { node, onKey: key, suggestion: ours };
      problems.push(problem('deprecated-key', 'renamed', { key: key.text, ours }, place));
    }
  }

  #value(shape: Shape, written: Node, around: Surroundings, complete: { whole: boolean }): unknown {
    const node = this.#tree.resolve(written);
    if (node === undefined) return undefined;
    switch (shape.kind) {
      case 'scalar':
        return node.kind === 'scalar' ? this.#scalars.read(shape, node, around) : undefined;
      case 'list':
        return this.#list(shape.of, node, around, complete);
      case 'map':
        return this.#map(shape, node, around, complete);
      case 'record': {
        const isWrong = node.kind === 'scalar' && node.text !== '' && shape.shorthand === undefined;
        return isWrong ? undefined : this.record(shape.name, node, around.key);
      }
      case 'raw':
        // Hours are read once more by who asks for them; here their problems are found.
        if (around.record === 'Calendar') {
          const { problems, informal, mentions } = this.#reading;
          calendarHours(this.#tree, node, { ...emptyReading(), problems, informal, mentions }, around.key);
        }
        return node;
    }
  }

  #list(
    of: Shape,
    node: Exclude<Node, { kind: 'alias' }>,
    around: Surroundings,
    complete: { whole: boolean },
  ): unknown {
    if (node.kind === 'map' || of.kind !== 'scalar') return undefined;
    if (node.kind === 'scalar') {
      const one = this.#scalars.readAlone(of, node, around);
      return one === undefined ? undefined : { value: [one], node };
    }
    const value: Field<unknown>[] = [];
    for (const item of node.items) {
      const target = this.#tree.resolve(item);
      const read = target?.kind === 'scalar' ? this.#scalars.readItem(of, target, around, node) : undefined;
      if (read === undefined) complete.whole = false;
      else value.push(read);
    }
    return { value: fitted(value), node };
  }

  #map(
    shape: MapShape,
    node: Exclude<Node, { kind: 'alias' }>,
    around: Surroundings,
    complete: { whole: boolean },
  ): unknown {
    const value: Entry<unknown>[] = [];
    if (node.kind === 'scalar' && node.text === '') return { value, node };
    if (node.kind !== 'map') return this.#listAsMap(shape, node, around, complete);
    const cut = cutNumbers(this.#tree, shape, node);
    this.#reading.problems.push(...cut);
    if (cut.length > 0) return undefined;
    for (const pair of this.#tree.pairsOf(node)) {
      const { dates, ranges } = this.#reading;
      const [datesBefore, rangesBefore] = [dates.length, ranges.length];
      const at = this.#key(shape, pair.key, around);
      const read = this.#entryValue(shape.of, pair, around);
      if (at === undefined || read === undefined) {
        complete.whole = false;
        // The date of an entry that can't be read is nobody's.
        dates.length = datesBefore;
        ranges.length = rangesBefore;
      } else value.push({ ...at, key: pair.key, value: read, node: pair.value });
    }
    return { value: fitted(value), node };
  }

  /** The value of an entry: of scalars the value itself, of records the record. */
  #entryValue(of: Shape, pair: Pair, around: Surroundings): unknown {
    const node = this.#tree.resolve(pair.value);
    if (node === undefined) return undefined;
    if (of.kind === 'record') {
      const isWrong =
        node.kind === 'list' || (node.kind === 'scalar' && node.text !== '' && of.shorthand === undefined);
      if (!isWrong) return this.record(of.name, node, pair.key);
      this.#reading.problems.push(problem('schema', 'wants-keys', { key: pair.key.text }, atKey(node, pair.key)));
      return undefined;
    }
    if (of.kind !== 'scalar') return undefined;
    // A holiday needs no name.
    if (of.format === 'text' && node.kind === 'scalar' && node.text === '') return '';
    return node.kind === 'scalar' ? this.#scalars.read(of, node, { ...around, key: pair.key })?.value : undefined;
  }

  #key(shape: MapShape, key: ScalarNode, around: Surroundings): { id: string; at?: unknown } | undefined {
    const id = idOf(key.text);
    if (shape.key === 'text') return { id };
    if (shape.key === 'id') {
      const slip = bracketsInKey(key) ?? wideSpaces(key, key);
      if (slip !== undefined) this.#reading.problems.push(slip);
      // A bad id is still an id: what it names is kept.
      else this.#scalars.read({ kind: 'scalar', format: 'id' }, key, around);
      return { id };
    }
    if (shape.key === 'ref:task') {
      this.#reading.mentions.push({
        referring: looseTask,
        id,
        node: key,
        from: 0,
        to: key.text.length,
        format: shape.key,
      });
      return { id };
    }
    const read = this.#scalars.read({ kind: 'scalar', format: shape.key }, key, around);
    if (read === undefined) return undefined;
    return shape.key === 'date' || shape.key === 'range' ? { id, at: read.value } : { id };
  }

  #listAsMap(
    shape: MapShape,
    node: Exclude<Node, { kind: 'alias' | 'map' }>,
    around: Surroundings,
    complete: { whole: boolean },
  ): unknown {
    if (shape.list === undefined) return undefined;
    const value: Entry<unknown>[] = [];
    for (const item of node.kind === 'list' ? node.items : [node]) {
      const target = this.#tree.resolve(item);
      if (target?.kind !== 'scalar') {
        complete.whole = false;
        continue;
      }
      const at = shape.list === 'keys' ? this.#key(shape, target, around) : { id: idOf(target.text) };
      const of = shape.list === 'values' && shape.of.kind === 'scalar' ? shape.of : undefined;
      const read = of === undefined ? '' : this.#scalars.read(of, target, around)?.value;
      if (at === undefined || read === undefined) complete.whole = false;
      else value.push({ ...at, key: target, value: read, node: target });
    }
    return { value: fitted(value), node };
  }
}

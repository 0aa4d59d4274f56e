// Makes valid YAML texts at random, in all the styles that people write plans in.

/** Where the choices come from. */
export interface Chance {
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
}

class Writer {
  readonly #chance: Chance;
  #names = 0;
  #lines = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.#chance.below(values.length)] ?? values[0];
  }

  once(outOf: number): boolean {
    return this.#chance.below(outOf) === 0;
  }

  repeat(least: number, most: number, make: () => string): string[] {
    return Array.from({ length: least + this.#chance.below(most - least + 1) }, make);
  }

  name(): string {
    return `${this.#names++}`;
  }

  comment(): string {
    return this.once(10) ? this.pick([' # c', ' # a: b', ' # "x', ' # 李']) : '';
  }

  /** Blank lines and comments between entries. */
  between(indent: number): string {
    if (!this.once(12)) return '';
    const blanks = ' '.repeat(indent);
    return this.pick(['\n', '# left\n', `${blanks}# here\n`, `${blanks}  # deep\n`, '   \n', '\n\n']);
  }

  scalar(): string {
    return this.pick([
      'x',
      '3d',
      '"q, ]"',
      "'it''s }'",
      'a b',
      '2026-03-02',
      '😀',
      '"a: b"',
      'x#y',
      '-1',
      'http://a.b',
    ]);
  }

  flow(depth: number): string {
    if (depth > 2 || this.once(2)) return this.scalar();
    if (this.once(2)) return `[${this.repeat(0, 3, () => this.flow(depth + 1)).join(this.pick([', ', ',']))}]`;
    return `{ ${this.repeat(0, 3, () => `k${this.name()}: ${this.flow(depth + 1)}`).join(', ')} }`;
  }

  flowOverLines(indent: number): string {
    const blanks = ' '.repeat(indent + 1 + this.#chance.below(4));
    const items = this.repeat(0, 4, () => {
      const item = this.pick([
        `${this.flow(1)},`,
        `{ k${this.name()}: ${this.flow(1)},\n${blanks}j: 1 },`,
        `"m\n${blanks} key: n",`,
      ]);
      return `${blanks}${item}\n${this.once(10) ? '# left\n' : ''}`;
    });
    return `[${this.pick(['', ' # c'])}\n${items.join('')}${blanks.slice(1)}]`;
  }

  block(indent: number): string {
    const blanks = ' '.repeat(indent + 3);
    const lines = this.repeat(0, 4, () =>
      this.once(5)
        ? '\n'
        : `${blanks}${this.pick(['text', '  deeper', 'key: value', '# no comment', '- item', '"open', '[', '<<: x'])}\n`,
    );
    return `${this.pick(['|', '>', '|-', '>+', '| # c'])}\n${blanks}first\n${lines.join('')}${blanks}end\n`;
  }

  quoted(indent: number): string {
    const blanks = ' '.repeat(indent);
    const quote = this.pick(['"', "'"]);
    return `${quote}many\n${blanks}  line: two\n\n${blanks}   # three${quote}`;
  }

  /** What follows the colon of a key, its line break included. */
  value(indent: number, depth: number): string {
    const blanks = ' '.repeat(indent);
    const step = this.pick([2, 2, 2, 4, 1]);
    const nested = depth < 4 && this.#lines < 250;
    switch (this.#chance.below(nested ? 18 : 13)) {
      case 0:
        return ` ${this.flow(0)}${this.comment()}\n`;
      case 1:
        return ` ${this.flowOverLines(indent)}${this.comment()}\n`;
      case 2:
        return ` ${this.block(indent)}`;
      case 3:
        return ` ${this.quoted(indent)}${this.comment()}\n`;
      case 4:
        return ` plain text\n${blanks}  goes on - here\n${this.once(3) ? `${blanks}   - dash\n` : ''}`;
      case 5:
        return `\n${blanks}  next line value\n${blanks}  more\n`;
      case 6:
        return `\n${blanks} "quoted\n${blanks} x: y"\n`;
      case 7:
        return `${this.comment()}\n`;
      case 8:
        return ` &a${this.name()} ${this.flow(0)}\n`;
      case 13:
      case 14:
      case 15:
        return `${this.comment()}\n${this.map(indent + step, depth + 1)}`;
      case 16:
        return `${this.comment()}\n${this.list(this.once(2) ? indent : indent + step, depth + 1)}`;
      case 17:
        return ` &m${this.name()}${this.comment()}\n${this.map(indent + step, depth + 1)}`;
      default:
        return ` ${this.pick(['3d', 'some words', 'a:b', 'x#y', '李伟', '"x"', "'y'", '100%', 'build + 2d'])}${this.comment()}\n`;
    }
  }

  key(): string {
    const name = this.name();
    return this.pick([
      `k${name}`,
      `"q k${name}"`,
      `'s${name}'`,
      `a b${name}`,
      `键${name}`,
      `&x k${name}`,
      `k${name}#`,
      `?k${name}`,
      `-k${name}`,
      `:k${name}`,
    ]);
  }

  map(indent: number, depth: number): string {
    const many = this.once(depth < 2 ? 6 : 30);
    const pairs = this.repeat(1, many ? 50 : 5, () => {
      this.#lines++;
      return `${this.between(indent)}${' '.repeat(indent)}${this.key()}:${this.value(indent, depth)}`;
    });
    return pairs.join('');
  }

  list(indent: number, depth: number): string {
    const items = this.repeat(1, 5, () => {
      this.#lines++;
      const dash = `${this.between(indent)}${' '.repeat(indent)}-`;
      switch (this.#chance.below(4)) {
        case 0:
          return `${dash} ${this.flow(0)}\n`;
        case 1:
          return `${dash} k${this.name()}:${this.value(indent + 2, depth + 1)}${' '.repeat(indent + 2)}j: 1\n`;
        case 2:
          return `${dash}\n${this.map(indent + 2, depth + 1)}`;
        default:
          return `${dash}${this.value(indent, depth + 1)}`;
      }
    });
    return items.join('');
  }

  text(): string {
    const before = this.pick(['', '# head\n', '\n', '---\n', '%YAML 1.2\n---\n']);
    let text = before + this.map(this.once(5) ? 2 : 0, 0) + this.pick(['', '', '# tail\n', '...\n']);
    if (this.once(5)) text = text.replace(/\n/g, '\r\n');
    if (this.once(8)) text = text.trimEnd();
    // A mark before indented keys is too much for the parser that is compared with.
    return this.once(10) && !text.startsWith(' ') ? `\uFEFF${text}` : text;
  }
}

export function randomYaml(chance: Chance): string {
  return new Writer(chance).text();
}

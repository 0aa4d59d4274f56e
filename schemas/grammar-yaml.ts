// The YAML side of the grammar: keys, block scalars, flow collections, in block and flow style.

/** A rule of a TextMate grammar. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

type Captures = Readonly<Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>>;

/** What a key's value is made of, whatever else it may hold. */
export type Context = 'text' | 'link' | 'reference' | 'value';

type Keys = Readonly<Record<Context, readonly string[]>>;

/** Contexts whose values go on over the lines below their key; all others are coloured line by line. */
const contexts = ['text', 'link', 'reference'] as const;

const keyName = 'entity.name.tag.key.plan';
const idName = 'entity.name.type.id.plan';
const colonName = 'punctuation.separator.key-value.plan';

/** First character of a plain scalar, and the ones after it; a ` #` ends it, and in flow style a comma or bracket. */
const first = String.raw`(?:[^\s"'\[\]{}#&*!|>%@\x60,?:\-]|[?:\-](?=[^\s,\[\]{}]))`;
const keyRest = String.raw`(?:[^\s:#,\[\]{}]|:(?=[^\s,\[\]{}])|[ \t]+(?=[^\s#:,\[\]{}])|(?<=\S)#)*`;
export const plainInBlock = String.raw`${first}(?:[^\s#]|[ \t]+(?![#\s])|(?<=\S)#)*`;
export const plainInFlow = String.raw`${first}(?:[^\s#,\[\]{}]|[ \t]+(?![#\s,\[\]{}])|(?<=\S)#)*`;
const quoted = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`;
const endOfKey = String.raw`([ \t]*)(:)(?=\s|$)`;
const endOfFlowKey = String.raw`([ \t]*)(:)(?=[\s,\[\]{}]|$)`;

/** Keys at the beginning of a line, each kind with what may stand behind it. */
export function keyRules(keys: Keys): Readonly<Record<string, Rule>> {
  return {
    block: {
      patterns: [
        { include: '#comment' },
        { include: '#document' },
        { include: '#block-scalar' },
        { include: '#block-keys' },
        { include: '#dash' },
        { include: '#flow' },
        { include: '#value-block' },
      ],
    },
    'block-keys': {
      patterns: [
        ...contexts.map((context) => ({ include: `#block-${context}-key` })),
        lineKey(Object.values(keys).flat().map(literal).join('|'), keyName),
        lineKey('<<', 'keyword.operator.merge.plan'),
        lineKey(String.raw`\d{4}-\d{1,2}-\d{1,2}(?:[ ]\d{1,2}:\d{2})?(?:\.\.[-\d]+)?`, 'constant.numeric.date.plan'),
        lineKey(`${first}${keyRest}|${quoted}`, idName),
      ],
    },
    ...Object.fromEntries(contexts.map((context) => [`block-${context}-key`, blockKey(keys[context], context)])),
    'map-below': {
      begin: String.raw`^(?=[ \t]+(?:-[ \t]+)*(?:${first}${keyRest}|${quoted}|<<)${endOfKey})`,
      while: '^',
      patterns: [{ include: '#block' }],
    },
    comment: {
      patterns: [
        {
          match: String.raw`(?:^|(?<=\s))(#)\s*(plan-ignore)\s*(:)([^(\n]*)(.*)$`,
          name: 'comment.line.number-sign.plan',
          captures: {
            '1': { name: 'punctuation.definition.comment.plan' },
            '2': { name: 'keyword.control.ignore.plan' },
            '4': { name: 'entity.name.function.rule.plan' },
          },
        },
        {
          match: String.raw`(?:^|(?<=\s))(#).*$`,
          name: 'comment.line.number-sign.plan',
          captures: { '1': { name: 'punctuation.definition.comment.plan' } },
        },
      ],
    },
    document: { match: String.raw`^(?:---|\.\.\.)(?=\s|$)`, name: 'entity.other.document.plan' },
    dash: {
      match: String.raw`^[ \t]*((?:-(?:[ \t]+|$))+)`,
      captures: { '1': { patterns: [{ include: '#dash-mark' }] } },
    },
    'dash-mark': { match: '-', name: 'punctuation.definition.block.sequence.item.plan' },
    node: {
      patterns: [
        { match: String.raw`(&)[^\s,\[\]{}]+`, name: 'entity.name.type.anchor.plan' },
        { match: String.raw`(\*)[^\s,\[\]{}]+`, name: 'variable.other.alias.plan' },
        { match: String.raw`!(?:<[^>\s]*>|[^\s,\[\]{}]*)`, name: 'storage.type.tag.plan' },
        quotedText('"', 'double', [{ match: String.raw`\\.`, name: 'constant.character.escape.plan' }]),
        quotedText("'", 'single', [{ match: "''", name: 'constant.character.escape.plan' }]),
      ],
    },
  };
}

/** A key that is written on its line, whatever follows. */
function lineKey(keys: string, name: string): Rule {
  return {
    match: String.raw`^([ \t]*(?:-[ \t]+)*)(${keys})${endOfKey}`,
    captures: {
      '1': { patterns: [{ include: '#dash-mark' }] },
      '2': { name },
      '4': { name: colonName },
    },
  };
}

/** A key whose value belongs to it over all lines that are indented below it. Where these look like keys it was an id, and they are. */
function blockKey(keys: readonly string[], context: Context): Rule {
  return {
    begin: String.raw`^([ \t]*)(${keys.map(literal).join('|')})${endOfKey}`,
    while: String.raw`^(?=\1(?:[ \t]|-(?:\s|$))|\s*$)`,
    beginCaptures: { '2': { name: keyName }, '4': { name: colonName } },
    patterns: [
      { include: '#comment' },
      { include: '#block-scalar' },
      { include: '#map-below' },
      { include: '#dash' },
      { include: `#flow-${context}-list` },
      { include: '#flow-map' },
      { include: `#${context}-block` },
    ],
  };
}

/** `key: |` and `- >`, with all lines that are indented deeper. */
export function blockScalars(): Readonly<Record<string, Rule>> {
  const head = String.raw`(?:(${first}${keyRest}|${quoted})${endOfKey}[ \t]+)?((?:[&!][^\s]*[ \t]+)*)([|>][-+\d]*)[ \t]*((?:#.*)?)$`;
  const captures = (from: number): Captures => ({
    [from]: { name: keyName },
    [from + 2]: { name: colonName },
    [from + 3]: { patterns: [{ include: '#node' }] },
    [from + 4]: { name: 'keyword.control.block-scalar.plan' },
    [from + 5]: { name: 'comment.line.number-sign.plan' },
  });
  return {
    'block-scalar': {
      patterns: [
        {
          begin: String.raw`^([ \t]*)(-[ \t]+)${head}`,
          while: String.raw`^(?=\1[ ][ ]|\s*$)`,
          beginCaptures: { '2': { patterns: [{ include: '#dash-mark' }] }, ...captures(3) },
          contentName: 'string.unquoted.block.plan',
        },
        {
          begin: String.raw`^([ \t]*)${head}`,
          while: String.raw`^(?=\1[ \t]|\s*$)`,
          beginCaptures: captures(2),
          contentName: 'string.unquoted.block.plan',
        },
      ],
    },
  };
}

/** `{ … }` and `[ … ]`, and lists whose items are links or ids. */
export function flowCollections(keys: Keys): Readonly<Record<string, Rule>> {
  return {
    flow: { patterns: [{ include: '#flow-map' }, { include: '#flow-value-list' }] },
    'flow-map': {
      begin: String.raw`\{`,
      end: String.raw`\}`,
      beginCaptures: { '0': { name: 'punctuation.definition.mapping.begin.plan' } },
      endCaptures: { '0': { name: 'punctuation.definition.mapping.end.plan' } },
      patterns: [
        { include: '#comment' },
        ...contexts.map((context) => ({ include: `#flow-${context}-key` })),
        flowKey(keys.value.map(literal).join('|'), keyName),
        flowKey('<<', 'keyword.operator.merge.plan'),
        flowKey(String.raw`\d{4}-\d{1,2}-\d{1,2}(?:[ ]\d{1,2}:\d{2})?(?:\.\.[-\d]+)?`, 'constant.numeric.date.plan'),
        flowKey(`${first}${keyRest}|${quoted}`, idName),
        { include: '#flow' },
        { include: '#comma' },
        { include: '#value-flow' },
      ],
    },
    comma: { match: ',', name: 'punctuation.separator.plan' },
    ...Object.fromEntries(contexts.map((context) => [`flow-${context}-key`, flowContextKey(keys[context], context)])),
    ...Object.fromEntries(
      [...contexts, 'value' as const].map((context) => [`flow-${context}-list`, flowList(context)]),
    ),
  };
}

function flowKey(keys: string, name: string): Rule {
  return {
    match: String.raw`(?<![^\s,{])(${keys})${endOfFlowKey}`,
    captures: { '1': { name }, '3': { name: colonName } },
  };
}

function flowContextKey(keys: readonly string[], context: Context): Rule {
  return {
    begin: String.raw`(?<![^\s,{])(${keys.map(literal).join('|')})${endOfFlowKey}`,
    end: String.raw`(?=[,}\]])`,
    beginCaptures: { '1': { name: keyName }, '3': { name: colonName } },
    patterns: [
      { include: '#comment' },
      { include: `#flow-${context}-list` },
      { include: '#flow-map' },
      { include: `#${context}-flow` },
    ],
  };
}

function flowList(context: Context): Rule {
  return {
    begin: String.raw`\[`,
    end: String.raw`\]`,
    beginCaptures: { '0': { name: 'punctuation.definition.sequence.begin.plan' } },
    endCaptures: { '0': { name: 'punctuation.definition.sequence.end.plan' } },
    patterns: [
      { include: '#comment' },
      { include: `#flow-${context}-list` },
      { include: '#flow-map' },
      { include: '#comma' },
      { include: `#${context}-flow` },
    ],
  };
}

function quotedText(mark: string, name: string, patterns: readonly Rule[]): Rule {
  return {
    begin: mark,
    end: mark === "'" ? "'(?!')" : mark,
    name: `string.quoted.${name}.plan`,
    beginCaptures: { '0': { name: 'punctuation.definition.string.begin.plan' } },
    endCaptures: { '0': { name: 'punctuation.definition.string.end.plan' } },
    patterns,
  };
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

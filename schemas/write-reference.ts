// Writes docs/format.md and its translations: the reference of every key.
import type { Model, RecordModel, ShapeModel } from './model.ts';
import type { Texts } from './texts.ts';
import { yamlValue } from './yaml-value.ts';

type Locale = keyof Texts;

const words = {
  en: {
    title: 'The plan language: every key',
    made: 'This page is written from `schemas/plan.schema.json` by `npm run generate`; changes belong there.',
    intro: [
      'A plan is one YAML 1.2 file, `*.plan.yaml` or `*.plan.yml`. Only `start` and some tasks are needed; everything else is optional.',
      'Keys that begin with `x-` are free everywhere. Where a list is wanted, one item alone needs no brackets.',
    ],
    other: '简体中文：[format.zh-cn.md](format.zh-cn.md)',
    key: 'key',
    value: 'value',
    meaning: 'meaning',
    example: 'example',
    kind: 'kind',
    written: 'written',
    scalars: 'Kinds of values',
    needed: ' (needed)',
    standard: (value: string): string => `Left out: \`${value}\`.`,
    list: (of: string): string => `list of ${of}`,
    map: (key: string, of: string): string => `map from ${key} to ${of}`,
    orList: (of: string): string => `, or list of ${of}`,
    raw: 'see the examples',
    boolean: '`true` or `false`',
    integer: 'whole number',
    number: 'number',
  },
  'zh-cn': {
    title: '计划语言：全部键',
    made: '本页由 `npm run generate` 根据 `schemas/plan.schema.json` 及其译文生成，请在那里修改。',
    intro: [
      '一份计划是一个 YAML 1.2 文件，`*.plan.yaml` 或 `*.plan.yml`。只需要 `start` 和一些任务，其余都可以不写。',
      '以 `x-` 开头的键在任何地方都可以自由使用。需要列表的地方，只有一项时可以不写方括号。',
    ],
    other: 'English: [format.md](format.md)',
    key: '键',
    value: '值',
    meaning: '含义',
    example: '示例',
    kind: '种类',
    written: '写法',
    scalars: '值的种类',
    needed: '（必填）',
    standard: (value: string): string => `不写则为 \`${value}\`。`,
    list: (of: string): string => `${of}的列表`,
    map: (key: string, of: string): string => `${key} → ${of}`,
    orList: (of: string): string => `，或${of}的列表`,
    raw: '见示例',
    boolean: '`true` 或 `false`',
    integer: '整数',
    number: '数',
  },
} as const;

/** The Markdown of the key reference in one language. */
export function writeReference(model: Model, texts: Texts, locale: Locale): string {
  const say = words[locale];
  const records = model.records.map((record) => writeRecord(record, texts, locale));
  const scalars = model.scalars.map(({ format, examples }) => {
    const name = `<a id="${anchor(format)}"></a>${code(format.replace('ref:', ''))}`;
    return `| ${name} | ${examples.map((example) => code(yamlValue(example))).join(' ')} | ${cell(texts[locale].descriptions[format] ?? '')} |`;
  });
  return `<!-- ${say.made} -->
# ${say.title}

${say.other}

${say.intro.join('\n')}

${model.records.map(({ name }) => `- [${texts[locale].titles[name]}](#${anchor(name)})`).join('\n')}
- [${say.scalars}](#values)

${records.join('\n')}
<a id="values"></a>

## ${say.scalars}

| ${say.kind} | ${say.written} | ${say.meaning} |
| --- | --- | --- |
${scalars.join('\n')}
`;
}

function writeRecord(record: RecordModel, texts: Texts, locale: Locale): string {
  const say = words[locale];
  const translation = texts[locale];
  const rows = record.keys.map((key) => {
    const where = `${key.of}.${key.key}`;
    const meaning = [
      translation.descriptions[where] ?? '',
      ...key.values.map(({ value }) => `<br>${code(value)}: ${translation.descriptions[`${where}=${value}`]}`),
      ...(key.standard === undefined ? [] : [`<br>${say.standard(yamlValue(key.standard))}`]),
    ];
    const name = key.required ? `${code(key.key)}${say.needed}` : code(key.key);
    const examples = key.examples.map((example) => code(yamlValue(example))).join('<br>');
    return `| ${name} | ${shapeInWords(key.shape, texts, locale)} | ${cell(meaning.join(' '))} | ${examples} |`;
  });
  return `<a id="${anchor(record.name)}"></a>

## ${translation.titles[record.name]}

${translation.descriptions[record.name]}

| ${say.key} | ${say.value} | ${say.meaning} | ${say.example} |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function shapeInWords(shape: ShapeModel, texts: Texts, locale: Locale): string {
  const say = words[locale];
  switch (shape.kind) {
    case 'raw':
      return say.raw;
    case 'record':
      return `[${texts[locale].titles[shape.name]}](#${anchor(shape.name)})`;
    case 'list':
      return say.list(shapeInWords(shape.of, texts, locale));
    case 'map': {
      const key = formatInWords(shape.key, locale);
      const of = shapeInWords(shape.of, texts, locale);
      const items = shape.list === 'keys' ? key : of;
      return say.map(key, of) + (shape.list === undefined ? '' : say.orList(items));
    }
    case 'scalar':
      return shape.values?.map(code).join(' ') ?? formatInWords(shape.format, locale);
  }
}

function formatInWords(format: string, locale: Locale): string {
  const say = words[locale];
  if (format === 'boolean' || format === 'integer' || format === 'number') return say[format];
  return `[${format.replace('ref:', '')}](#${anchor(format)})`;
}

/** Headings differ by language, anchors don't. */
function anchor(name: string): string {
  return /^[A-Z]/.test(name) ? `record-${name.toLowerCase()}` : `value-${name.replace(':', '-')}`;
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(' <br>', '<br>');
}

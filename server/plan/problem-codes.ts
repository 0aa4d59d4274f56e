// What the plan floor can find wrong: every rule, its codes, and the arguments that come with each. Words are complete by this table.

/**
 * Rule → code → names of the arguments. `text` is what the author wrote, `key` a key as written, `of` the name of the
 * record that holds it (`task`, `phase`, `plan`, `calendar` …), `id` an id, `path` a path as written.
 * A problem's `suggestion` is what the author most likely meant; words may add "did you mean" to any code.
 */
export const problemCodes = {
  'yaml-syntax': {
    /** A text begins with a character that means something else to YAML: `@ % [ * & ! | > { } " '` and the backtick. */
    'text-needs-quotes': ['text', 'character'],
    /** `name: 'It's here'`: a quote in a quoted text ends it. */
    'quote-in-text': ['text', 'quote'],
    /** `name: Release: the plan`: a text with a colon and a blank in it. */
    'colon-in-text': ['text'],
    /** A line is indented with a tab. */
    tab: [],
    /** `name:x`: no space behind the colon, so that YAML sees no key. */
    'colon-without-space': ['key'],
  },
  'flow-comma': {
    /** `{ after: build, test }`: `text` is what the comma cuts off. */
    list: ['text'],
    /** `after: build, test` on a line of its own: `text` is the whole value. */
    'no-brackets': ['text', 'list'],
    /** An item `- build, test` of a list: `text` is the whole item. */
    item: ['text'],
    /** `{ budget: 1,200,000 }`: `text` is the whole number. */
    number: ['text'],
    /** `{ name: Plan, build, run }`: `text` is what the comma cuts off. */
    text: ['text'],
    /** `{ duration: 3d, critical }`: `text` is part of no value, and no key. */
    value: ['text'],
  },
  'fullwidth-punctuation': {
    /** `name：x`. */
    colon: ['key'],
    /** `[a，b]`, `{ a: 1，b: 2 }`, `[a、b]`: `sign` is the first that separates nothing. */
    comma: ['text', 'sign'],
    /** `　owner: li`, the first character being U+3000. */
    space: ['key'],
  },
  'shorthand-with-keys': {
    /** `a: 3d` with `owner: li` indented under it; `field` is the key that the shorthand stands for. */
    keys: ['text', 'field'],
  },
  'text-cut-by-comment': {
    /** `name: 上线 #1`: what follows ` #` is a comment. */
    comment: ['text', 'comment'],
  },
  'ambiguous-percent': {
    /** `0.4` where a percentage belongs: 40 % or 0.4 %? */
    fraction: ['text'],
  },
  schema: {
    'unknown-key': ['key', 'of'],
    /** A key of another tool or language; `ours` says the same here. */
    synonym: ['key', 'ours', 'of'],
    /** An entry of `tasks` or `phases` that is a key of the plan, too deep. */
    'section-as-entry': ['key', 'of'],
    /** An entry of `tasks` or `phases` that is a key of one of its neighbours, not deep enough. */
    'key-as-entry': ['key', 'of'],
    /** One that both have. */
    'either-as-entry': ['key', 'of'],
    /** A key of the plan inside of something. */
    'key-of-plan': ['key', 'of'],
    /** A key of a task among those of the plan. */
    'key-of-task': ['key', 'of'],
    /** A key of a phase in a task, or among those of the plan. */
    'key-of-phase': ['key', 'of'],
    'missing-key': ['key', 'of'],
    /** Neither of two keys, of which one is needed. */
    'missing-either': ['key', 'other', 'of'],
    /** None of `duration`, `effort`, `estimate`, nor both dates. */
    'missing-duration': ['id'],
    /** The key is there, its value is not. */
    'missing-value': ['key'],
    /** A list or a map where one value belongs. */
    'wants-value': ['key'],
    /** A list or a map among the items of a list, or in place of an entry's value. */
    'items-want-values': ['key'],
    /** A value or a map where a list belongs. */
    'wants-list': ['key'],
    /** A value or a list where keys belong. */
    'wants-keys': ['key'],
    /** A list in place of entries under ids. */
    'wants-ids': ['key', 'of'],
    'bad-enum': ['key', 'text', 'values'],
    'below-minimum': ['key', 'text', 'limit'],
    'above-maximum': ['key', 'text', 'limit'],
    /** Two keys that exclude each other. */
    'keys-exclude': ['key', 'other'],
    /** A key that says nothing without another. */
    'key-needs': ['key', 'other'],
    'not-on-summary': ['key', 'id'],
    'not-on-repeated': ['key', 'id'],
    'too-many-instances': ['limit'],
    /** An alias would write the same subtasks, and so their ids, a second time. */
    'copied-subtasks': ['id'],
    'not-an-id': ['text'],
    'not-a-number': ['text'],
    'not-an-integer': ['text'],
    'not-a-boolean': ['text'],
    'not-a-percent': ['text'],
    'percent-range': ['text'],
    'not-money': ['text'],
    'currency-in-money': ['text', 'currency'],
    'negative-money': ['text'],
    'not-a-rate': ['text'],
    'rate-without-unit': ['text'],
    'not-an-assignment': ['text'],
    'assignment-without-unit': ['text', 'who'],
    'not-a-measure': ['text'],
    'not-an-interval': ['text'],
    'empty-interval': ['text'],
    'intervals-overlap': ['text'],
    'not-weekdays': ['text'],
    'unknown-weekday': ['text'],
    'unknown-timezone': ['text'],
    'not-a-country': ['text'],
    /** The whole text is a list or one value: a plan is keys with values. */
    'not-a-plan': [],
    'not-a-path': ['text'],
    'not-a-url': ['text'],
  },
  'invalid-date': {
    'not-a-date': ['text'],
    'no-month': ['month'],
    /** `month` and `year` as numbers, `days` how many that month has. */
    'no-day': ['day', 'month', 'year', 'days'],
    'no-time': ['text'],
    /** `02/03/2026`: day first or month first? */
    'day-or-month-first': ['text'],
    'no-year': ['text'],
    /** `2026-03-02T14:00Z`. */
    'with-zone': ['text'],
    'not-a-range': ['text'],
  },
  'invalid-duration': {
    'not-a-duration': ['text'],
    'no-unit': ['text'],
    'unknown-unit': ['text', 'unit'],
    /** `3M`: months or minutes? */
    'ambiguous-unit': ['text'],
    'mixed-elapsed': ['text'],
    negative: ['text'],
    'decimal-comma': ['text'],
    'too-long': ['text'],
    /** Effort is people's time: `3ed` makes no sense there. */
    'elapsed-work': ['text'],
  },
  'invalid-link': {
    'not-a-link': ['text'],
    'no-target': ['text'],
    'unknown-type': ['text', 'type'],
    'bad-lag': ['text', 'lag'],
    'lag-without-unit': ['text', 'lag'],
    'lag-without-sign': ['text', 'lag'],
    'lag-too-long': ['text'],
    /** `design 50%` and the like: text behind the link. */
    'extra-text': ['text', 'extra'],
    /** `before: platform/launch`: links come out of a subplan, none go in. */
    'into-subplan': ['text'],
  },
  'invalid-cadence': {
    'not-a-cadence': ['text'],
    'unknown-weekday': ['text'],
    'no-time': ['text'],
    'no-interval': ['text'],
    'no-day-of-month': ['text'],
    /** `monthly on fri`: which one? */
    'which-weekday': ['text'],
  },
  'duplicate-id': {
    task: ['id'],
    /** An id that is a phase's and a task's. */
    'phase-and-task': ['id'],
    /** Any other id twice in one map: `kind` is a reference kind or the key of the map. */
    other: ['id', 'kind'],
  },
  'unknown-reference': {
    task: ['id'],
    /** `phase/id` where the phase has no such task. */
    'task-of-phase': ['id', 'phase'],
    /** `task/id` where the first is no phase and holds no tasks. */
    'task-of-task': ['id', 'task'],
    /** The same in a link, where the second is a task, too: `after: a/b` for `after: [a, b]`. */
    'both-tasks': ['id', 'task'],
    /** The alias of a subplan where a link names a task. */
    'subplan-alone': ['id'],
    /** `alias/id` where the subplan has no such task. */
    'task-of-subplan': ['id', 'subplan'],
    /** `alias/id` where several tasks of the subplan have the id. */
    'ambiguous-task-of-subplan': ['id', 'subplan'],
    /** Several tasks have this id, none is nearer; `candidates` in a list. */
    'ambiguous-task': ['id', 'candidates'],
    /** `a-1d` is an id; the author meant `a` with a lead. */
    'lead-read-as-id': ['id', 'target'],
    person: ['id'],
    stakeholder: ['id'],
    resource: ['id'],
    calendar: ['id'],
    goal: ['id'],
    kpi: ['id'],
    risk: ['id'],
    subplan: ['id'],
    decision: ['id'],
    baseline: ['id'],
    skill: ['id'],
    phase: ['id'],
    /** `extends` leads back to the calendar itself. */
    'calendar-extends-itself': ['id'],
  },
  'include-not-found': {
    missing: ['path'],
    outside: ['path'],
    unreadable: ['path'],
    'too-large': ['path'],
    /** It is there, but its text is broken; `line` is the first broken one, from 1. */
    broken: ['path', 'line'],
    /** It is there, but something of what it gives is written so that it can't be read; `line` is the first such one, from 1. */
    unread: ['path', 'line'],
    /** It is there, and holds no keys. */
    'not-keys': ['path'],
  },
  'include-cycle': {
    cycle: ['path'],
    /** A subplan whose own subplans lead back. */
    subplan: ['path'],
  },
  'deprecated-key': {
    renamed: ['key', 'ours'],
  },
} as const;

export type ProblemCodes = typeof problemCodes;
export type ProblemRule = keyof ProblemCodes;
export type ProblemCode<R extends ProblemRule = ProblemRule> = R extends ProblemRule
  ? keyof ProblemCodes[R] & string
  : never;
/** `rule.code`: the key of a problem's words. */
export type ProblemMessage = { [R in ProblemRule]: `${R}.${keyof ProblemCodes[R] & string}` }[ProblemRule];

/** What the words of a code may use. */
export type ProblemArguments<R extends ProblemRule, C extends ProblemCode<R>> = ProblemCodes[R][C &
  keyof ProblemCodes[R]] extends readonly (infer Name extends string)[]
  ? { readonly [K in Name]: string | number }
  : never;

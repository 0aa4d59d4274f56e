// What moved against an earlier promise or version: what it is compared with, what that did to the finish, and the tasks, each with its cause.
import type { Choices } from '../../server/charts/chart.ts';
import type { ChangeLine, Changes } from '../../server/charts/compare.ts';
import type { AgainstChoice } from './messages.ts';
import type { Say } from './words.ts';

export interface ChangesEvents {
  chosen(against: AgainstChoice): void;
  /** A revision is to be picked from Git's. */
  pick(): void;
  /** A task of the list was chosen. */
  go(planId: string): void;
}

const nothing = 'nothing';
const saved = 'saved';
const pick = 'pick';

export class ChangesPanel {
  readonly element = document.createElement('section');
  readonly #choice = document.createElement('select');
  readonly #label = document.createElement('label');
  readonly #word = document.createElement('span');
  readonly #summary = document.createElement('span');
  readonly #list = document.createElement('ul');
  readonly #events: ChangesEvents;
  #say: Say;
  #against: AgainstChoice | undefined;
  #baselines: Choices['baselines'] = [];
  #changes: Changes | undefined;
  /** Nobody can be asked for other versions: an exported page. */
  readonly #isAlone: boolean;

  constructor(say: Say, isAlone: boolean, events: ChangesEvents) {
    this.#say = say;
    this.#isAlone = isAlone;
    this.#events = events;
    this.element.className = 'changes';
    this.element.hidden = true;
    this.#list.tabIndex = 0;
    this.#label.append(this.#word, this.#choice);
    const head = document.createElement('div');
    head.className = 'changes-head';
    head.append(this.#label, this.#summary);
    this.#summary.setAttribute('role', 'status');
    this.element.append(head, this.#list);
    this.#choice.addEventListener('change', () => this.#choose());
    this.#list.addEventListener('click', ({ target }) => {
      const planId =
        target instanceof Element ? target.closest<HTMLElement>('[data-plan-id]')?.dataset.planId : undefined;
      if (planId !== undefined) events.go(planId);
    });
    this.speak(say);
  }

  /** What is compared with; undefined: the newest baseline, where there is one. */
  show(against: AgainstChoice | undefined): void {
    this.#against = against;
    this.#offer();
  }

  take(choices: Choices | undefined, changes: Changes | undefined): void {
    if (choices !== undefined) {
      this.#baselines = choices.baselines;
      this.#offer();
    }
    if (changes === undefined) return;
    this.#changes = changes;
    this.#write();
  }

  speak(say: Say): void {
    this.#say = say;
    this.element.setAttribute('aria-label', say('changes'));
    this.#list.setAttribute('aria-label', say('changes'));
    this.#word.textContent = say('compare-with');
    this.#offer();
    this.#write();
  }

  #offer(): void {
    const against =
      this.#against ?? (this.#baselines.length > 0 ? { kind: 'baseline' as const } : { kind: 'nothing' as const });
    const made = [
      new Option(this.#say('nothing'), nothing),
      ...(this.#baselines.length > 0 ? [new Option(this.#say('newest-baseline'), 'baseline:')] : []),
      ...this.#baselines.map(({ id, name }) => new Option(this.#say('baseline', { name }), `baseline:${id}`)),
      ...(this.#isAlone ? [] : [new Option(this.#say('saved-text'), saved)]),
      ...(against.kind === 'revision'
        ? [new Option(this.#say('revision', { name: against.ref }), `revision:${against.ref}`)]
        : []),
      ...(this.#isAlone ? [] : [new Option(this.#say('pick-revision'), pick)]),
    ];
    this.#choice.replaceChildren(...made);
    this.#choice.value =
      against.kind === 'baseline'
        ? `baseline:${against.id ?? ''}`
        : against.kind === 'revision'
          ? `revision:${against.ref}`
          : against.kind;
  }

  #choose(): void {
    const { value } = this.#choice;
    if (value === pick) {
      // Until one is picked all stays as it is.
      this.#offer();
      this.#events.pick();
      return;
    }
    const name = value.slice(value.indexOf(':') + 1);
    const chosen: AgainstChoice = value.startsWith('baseline:')
      ? { kind: 'baseline', ...(name === '' ? {} : { id: name }) }
      : value.startsWith('revision:')
        ? { kind: 'revision', ref: name }
        : { kind: value === saved ? 'saved' : 'nothing' };
    this.show(chosen);
    this.#events.chosen(chosen);
  }

  #write(): void {
    const { summary = '', lines = [], more = 0 } = this.#changes ?? {};
    this.#summary.textContent = summary === '' ? this.#say('nothing-compared') : summary;
    this.#list.replaceChildren(...lines.map((line) => this.#line(line)));
    this.#list.hidden = lines.length === 0;
    if (more > 0) {
      const rest = document.createElement('li');
      rest.className = 'rest';
      rest.textContent = this.#say('more-changes', { count: String(more) });
      this.#list.append(rest);
    }
  }

  #line({ planId, name, kind, moved, because }: ChangeLine): HTMLElement {
    const line = document.createElement('li');
    line.className = kind;
    const task = document.createElement(planId === undefined ? 'span' : 'button');
    if (task instanceof HTMLButtonElement) task.type = 'button';
    if (planId !== undefined) task.dataset.planId = planId;
    task.className = 'change-task';
    task.textContent = name;
    line.append(task, part('change-size', moved), part('change-cause', because));
    return line;
  }
}

function part(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

/** What is compared with, from what was kept, which may be anything. */
export function againstOf(kept: unknown): AgainstChoice | undefined {
  if (typeof kept !== 'object' || kept === null || !('kind' in kept)) return undefined;
  if (kept.kind === 'nothing' || kept.kind === 'saved') return { kind: kept.kind };
  if (kept.kind === 'revision')
    return 'ref' in kept && typeof kept.ref === 'string' ? { kind: 'revision', ref: kept.ref } : undefined;
  if (kept.kind !== 'baseline') return undefined;
  return { kind: 'baseline', ...('id' in kept && typeof kept.id === 'string' ? { id: kept.id } : {}) };
}

// The tables of a view: those of table views, and of the others what their pictures say.
import type { Table, Target } from '../../../server/charts/view.ts';

/** The tables; `choose` is called with the place of a line that was chosen. */
export function viewTables(tables: readonly Table[], choose: (target: Target) => void): readonly HTMLElement[] {
  return tables.map((table) => tableOf(table, choose));
}

function tableOf({ caption, columns, lines }: Table, choose: (target: Target) => void): HTMLElement {
  const element = document.createElement('table');
  if (caption !== undefined) element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const { title, isNumber } of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    cell.classList.toggle('number', isNumber === true);
    head.append(cell);
  }
  const body = element.createTBody();
  for (const { cells, target, signs = [], depth = 0 } of lines) {
    const line = body.insertRow();
    line.classList.add(...signs.map((sign) => `is-${sign}`));
    for (const [index, text] of cells.entries()) {
      if (index > 0) {
        const cell = line.insertCell();
        cell.textContent = text;
        cell.classList.toggle('number', columns[index]?.isNumber === true);
        continue;
      }
      const name = document.createElement('th');
      name.scope = 'row';
      if (depth > 0) name.style.setProperty('--depth', String(depth));
      if (target === undefined) name.textContent = text;
      else name.append(button(text, target, choose));
      line.append(name);
    }
  }
  return element;
}

function button(text: string, target: Target, choose: (target: Target) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  if (target.kind !== 'range') element.dataset.target = `${target.kind} ${target.id}`;
  element.addEventListener('click', () => choose(target));
  return element;
}

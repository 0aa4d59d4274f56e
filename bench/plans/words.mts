// Words that names of tasks are made of, in two languages.
import type { Chance } from '../random.mts';

const deeds = ['Survey', 'Draft', 'Check', 'Build', 'Install', 'Test', 'Agree on', 'Order', 'Train for', 'Hand over'];
const things = ['the site', 'the contract', 'the foundations', 'the cable route', 'the control room', 'the handbook'];
const manners = [
  'with the neighbours',
  'for the second stage',
  'in the north',
  'as the permit asks',
  'before the winter',
];
const chineseDeeds = ['勘察', '编写', '评审', '安装', '调试', '采购', '培训', '移交'];
const chineseThings = ['风场道路', '并网方案', '社群规则', '基础施工图', '运营手册', '验收资料'];

/** The name of a task; one in eight is Chinese. */
export function title(chance: Chance): string {
  if (chance.once(8)) return chance.one(chineseDeeds) + chance.one(chineseThings);
  return `${chance.one(deeds)} ${chance.one(things)} ${chance.one(manners)}`;
}

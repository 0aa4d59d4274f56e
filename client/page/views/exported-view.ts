// The program of a view in a file of its own: it shows what the file carries, and asks nobody for more.
import '../page.css';
import type { View } from '../../../server/charts/view.ts';
import { skeleton, word } from '../skeleton.ts';
import { wordsIn } from '../words.ts';
import { ViewPane } from './view-pane.ts';

const text = document.getElementById('plan-view')?.textContent;
if (text !== undefined) {
  const view: View = JSON.parse(text);
  const parts = skeleton();
  word(parts, wordsIn(view.locale));
  document.documentElement.lang = view.locale === 'zh-cn' ? 'zh-CN' : 'en';
  parts.page.dataset.view = view.name;
  const pane = new ViewPane(parts, parts.chart.parentElement ?? parts.page, {
    go: () => undefined,
    narrows: () => undefined,
    failed: (_, reason) => console.error(reason),
    tabulated: () => undefined,
  });
  pane.speak(view.locale);
  pane.show(view.name, false);
  pane.take({ uri: '', version: 1, tag: '', view });
}

// The program of a view in a file of its own: it shows what the file carries, and asks nobody for more.
import '../page.css';
import { type CarriedView, foldedHere } from '../../../server/charts/carried-view.ts';
import type { View } from '../../../server/charts/view.ts';
import { offerPicture } from '../offer-picture.ts';
import { skeleton, word } from '../skeleton.ts';
import { wordsIn } from '../words.ts';
import { ViewPane } from './view-pane.ts';
import { viewPicture } from './view-picture.ts';

const text = document.getElementById('plan-view')?.textContent;
if (text !== undefined) {
  const carried: CarriedView = JSON.parse(text);
  const { view } = carried;
  const parts = skeleton();
  word(parts, wordsIn(view.locale));
  document.documentElement.lang = view.locale === 'zh-cn' ? 'zh-CN' : 'en';
  parts.page.dataset.view = view.name;
  let version = 0;
  const take = (shown: View): void => {
    version += 1;
    pane.take({ uri: '', version, tag: '', view: shown });
  };
  const pane = new ViewPane(parts, parts.chart.parentElement ?? parts.page, {
    go: () => undefined,
    narrows: (narrowing) => take(foldedHere(carried, narrowing)),
    failed: (_, reason) => console.error(reason),
    tabulated: () => undefined,
  });
  pane.speak(view.locale);
  pane.show(view.name, false);
  take(view);
  offerPicture(() => viewPicture(view));
}

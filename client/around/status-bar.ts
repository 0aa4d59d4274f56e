// The status-bar item: when the active plan ends, what is left until the promised finish, how many findings there are.
import { Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from 'vscode';
import { type OutlookAnswer, outlookRequest } from '../../server/protocol.ts';
import { AfterPause } from '../after-pause.ts';
import { askAbout } from '../ask.ts';
import { type LanguageServer, ServerGivenUp } from '../language-server.ts';
import { clientText } from '../words.ts';
import type { PlanInView } from './plan-in-view.ts';

/** Behind the language mode's neighbours on the left: after what Git and the problems say. */
const priority = 10;

export function statusBarItem(server: LanguageServer, plan: PlanInView): Disposable {
  const item = window.createStatusBarItem('planAsCode.outlook', StatusBarAlignment.Left, priority);
  item.name = clientText('status-name');
  const renewal = new AfterPause(async () => {
    const uri = plan.activeUri;
    if (uri === undefined) return;
    try {
      const outlook = await askAbout<OutlookAnswer>(server, uri, outlookRequest);
      // Of another plan, or of an older text: there will be another answer.
      if (outlook && plan.activeUri?.toString() === uri.toString()) show(item, outlook);
    } catch (error) {
      if (error instanceof ServerGivenUp) showGivenUp(item);
      else server.log.error(`No outlook of ${uri.toString(true)}`, error);
    }
  });
  const follow = (): void => {
    if (plan.activeUri === undefined) item.hide();
    else renewal.ask();
  };
  const about = (uri: { toString(): string }): void => {
    if (uri.toString() === plan.activeUri?.toString()) renewal.ask();
  };
  follow();
  return Disposable.from(
    item,
    renewal,
    plan.onChange(follow),
    server.onAnalysed(about),
    server.onSettled(about),
    server.onRunning(follow),
    server.onGone(follow),
  );
}

function show(item: StatusBarItem, { finish, slack, findings, details, spoken }: OutlookAnswer): void {
  const counts = [
    ['error', findings.error],
    ['warning', findings.warning],
    ['info', findings.info + findings.hint],
  ] as const;
  const found = counts.flatMap(([icon, count]) => (count > 0 ? [`$(${icon}) ${count}`] : []));
  item.text = [
    `$(calendar) ${finish ?? clientText('no-finish')}`,
    ...(slack ? [`$(${slack.isLate ? 'flame' : 'watch'}) ${slack.isLate ? '−' : '+'}${slack.text}`] : []),
    ...(found.length > 0 ? found : ['$(pass)']),
  ].join('  ');
  const tooltip = new MarkdownString(details);
  tooltip.appendMarkdown(`\n\n${clientText('status-click')}`);
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken, role: 'button' };
  item.command = 'planAsCode.showActions';
  item.backgroundColor = slack?.isLate === true ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}

function showGivenUp(item: StatusBarItem): void {
  item.text = `$(error) ${clientText('status-stopped')}`;
  item.tooltip = clientText('server-given-up');
  item.accessibilityInformation = { label: clientText('server-given-up'), role: 'button' };
  item.command = 'planAsCode.restartServer';
  item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
  item.show();
}

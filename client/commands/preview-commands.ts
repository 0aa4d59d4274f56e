// The commands of the preview.
import { commands, Disposable, Uri, ViewColumn, window } from 'vscode';
import { activePlan } from '../preview/plan-documents.ts';
import type { Previews } from '../preview/previews.ts';
import { clientText } from '../words.ts';

/** Command → what it does; menus give the document's address, the keyboard and the palette don't. */
const previewCommands: Readonly<Record<string, (previews: Previews, asked: unknown) => unknown>> = {
  'planAsCode.openPreview': (previews, asked) => open(previews, asked, ViewColumn.Active, false),
  'planAsCode.openPreviewToSide': (previews, asked) => open(previews, asked, ViewColumn.Beside, false),
  'planAsCode.openLockedPreviewToSide': (previews, asked) => open(previews, asked, ViewColumn.Beside, true),
  'planAsCode.togglePreviewLock': ({ active }) => active?.lock(!active.locked),
  'planAsCode.refreshPreview': (previews) => previews.refresh(),
  'planAsCode.showPlanSource': ({ active }) => active?.showSource(),
};

/** Registers them. */
export function registerPreviewCommands(previews: Previews): Disposable {
  return Disposable.from(
    ...Object.entries(previewCommands).map(([id, run]) =>
      commands.registerCommand(id, (asked: unknown) => run(previews, asked)),
    ),
  );
}

function open(previews: Previews, asked: unknown, column: ViewColumn, locked: boolean): void {
  const uri = asked instanceof Uri ? asked : (activePlan() ?? previews.active?.uri);
  if (uri === undefined) void window.showInformationMessage(clientText('no-plan'));
  else previews.show(uri, { column, locked });
}

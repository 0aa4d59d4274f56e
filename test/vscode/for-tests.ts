// The window that the extension opens to tests of it.
import { extensions } from 'vscode';
import type { ForTests } from '../../client/offer.ts';

export const extensionId = 'plan-as-code.plan-as-code';

/** Activates the extension, as VS Code does, and gives what it lets tests look at. */
export async function forTests(): Promise<ForTests> {
  const extension = extensions.getExtension<ForTests>(extensionId);
  const shown = await extension?.activate();
  if (shown === undefined) throw new Error('the extension shows nothing to tests');
  return shown;
}

// A desktop VS Code: the one that VSCODE_EXECUTABLE names, or one that is downloaded where that is possible.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from './npm.mts';

/**
 * The executable of a desktop VS Code, or undefined where there can be none: no screen to show it on, or no way to
 * Microsoft's download, which is found out within three seconds.
 */
export async function findDesktop(): Promise<string | undefined> {
  const { VSCODE_EXECUTABLE, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  try {
    const releases = 'https://update.code.visualstudio.com/api/releases/stable';
    const answer = await fetch(releases, { method: 'HEAD', signal: AbortSignal.timeout(3_000) });
    return answer.ok ? await downloadAndUnzipVSCode({ cachePath: cacheFolder, timeout: 30_000 }) : undefined;
  } catch {
    return undefined;
  }
}

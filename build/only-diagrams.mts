// Of Mermaid's two dozen diagrams, a bundle carries those that our views draw with.
import type { Plugin } from 'esbuild';

/**
 * Keeps what Mermaid loads for these diagrams; the rest (other diagrams, formulas, other layouts) is absent, and says so
 * when it is asked for.
 *
 * @param diagrams names of Mermaid's modules, such as `ganttDiagram`
 */
export function onlyDiagrams(diagrams: readonly string[]): Plugin {
  return {
    name: 'only-diagrams',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ kind, importer, path }) => {
        const isLater = kind === 'dynamic-import' && /[\\/]node_modules[\\/]mermaid[\\/]/.test(importer);
        return isLater && !diagrams.some((diagram) => path.includes(`/${diagram}-`))
          ? { path, namespace: 'absent' }
          : undefined;
      });
      onLoad({ filter: /./, namespace: 'absent' }, ({ path }) => ({
        contents: `throw new Error(${JSON.stringify(`${path} is not part of this bundle.`)});`,
      }));
    },
  };
}

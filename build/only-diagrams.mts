// Of Mermaid's two dozen diagrams, a bundle carries those that our views draw with.
import type { Plugin } from 'esbuild';

/**
 * Keeps what Mermaid loads for these diagrams; the rest (other diagrams, formulas, other layouts) is absent, and says so
 * when it is asked for.
 *
 * @param diagrams names of Mermaid's modules, and of its parser's, such as `ganttDiagram`
 */
export function onlyDiagrams(diagrams: readonly string[]): Plugin {
  return {
    name: 'only-diagrams',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ kind, importer, path }) => {
        const isLater =
          kind === 'dynamic-import' && /[\\/]node_modules[\\/](?:mermaid|@mermaid-js[\\/]parser)[\\/]/.test(importer);
        const isWanted = diagrams.some((diagram) => path.includes(`/${diagram}-`));
        return isLater && !isWanted ? { path: 'absent', namespace: 'absent' } : undefined;
      });
      onLoad({ filter: /./, namespace: 'absent' }, () => ({
        contents: "throw new Error('This part of Mermaid is not in the bundle.');",
      }));
    },
  };
}

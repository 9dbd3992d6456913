import { dirname, join, posix } from 'node:path';
import type { Rule } from 'eslint';
import type { Node } from 'estree';

/** Name of the feature that contains `path`, and the folder that contains all features. */
function featureOf(path: string): { feature: string; root: string } | null {
  const match = /^(.*\/src)\/features\/([^/]+)(?:\/|$)/.exec(path.replaceAll('\\', '/'));
  return match?.[1] && match[2] ? { root: match[1], feature: match[2] } : null;
}

/** Features import libraries and their own files, never another feature and never the app: app → features → libs. */
export const noCrossFeatureImports: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep features independent of each other and of the app.' },
    schema: [],
    messages: {
      feature: "Feature '{{from}}' imports feature '{{to}}': move what both need into a library.",
      app: "Feature '{{from}}' imports the app: pass it in from the app instead.",
    },
  },
  create(context) {
    const from = featureOf(context.filename);
    if (from === null) {
      return {};
    }

    function check(source: Node | null | undefined) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) {
        return;
      }
      const target = posix.normalize(join(dirname(context.filename), source.value).replaceAll('\\', '/'));
      const to = featureOf(target);
      if (to !== null && to.feature !== from?.feature) {
        context.report({
          node: source,
          messageId: 'feature',
          data: { from: from?.feature ?? '', to: to.feature },
        });
      } else if (target.startsWith(`${from?.root}/app/`)) {
        context.report({ node: source, messageId: 'app', data: { from: from?.feature ?? '' } });
      }
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
    };
  },
};

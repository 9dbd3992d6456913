// @ts-check
import { dirname, join, posix } from 'node:path';

/**
 * The feature that a path lies in.
 *
 * @param {string} path a file, with `/` or `\`
 * @returns {{ feature: string, root: string } | null} the feature's name and the folder that holds all features
 */
function featureOf(path) {
  const match = /^(.*\/src)\/features\/([^/]+)(?:\/|$)/.exec(path.replaceAll('\\', '/'));
  return match === null ? null : { root: /** @type {string} */ (match[1]), feature: /** @type {string} */ (match[2]) };
}

/**
 * A feature imports libraries and its own files, never another feature and never the app that composes them
 * (app → features → libs). What two features share belongs in a library.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noCrossFeatureImports = {
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

    /** @param {import('estree').Node | null | undefined} source */
    function check(source) {
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

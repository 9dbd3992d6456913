import { runnerImport, type InlineConfig, type Plugin } from 'vite';

const ROOT = '<div id="root"></div>';

/**
 * Adds HTML to index.html that the browser shows until the app has rendered (`src/prerender.tsx`, `src/styles.css`). The
 * script is requested with low priority, so that the style sheet and the font arrive first.
 */
export function prerender(): Plugin {
  let config: InlineConfig = {};
  return {
    name: 'prerender',
    apply: 'build',
    configResolved: ({ root, define = {} }) => {
      config = { root, define, configFile: false, logLevel: 'warn' };
    },
    transformIndexHtml: {
      // After Vite has added the scripts.
      order: 'post',
      handler: async (html) => {
        const { module } = await runnerImport<{ prerender: () => Promise<string> }>('/src/prerender.tsx', config);
        return html
          .replace(ROOT, `${ROOT}\n    <div id="first-paint">${await module.prerender()}</div>`)
          .replace(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"');
      },
    },
  };
}

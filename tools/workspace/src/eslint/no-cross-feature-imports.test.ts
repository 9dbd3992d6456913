import { RuleTester } from 'eslint';
import { noCrossFeatureImports } from './no-cross-feature-imports.ts';
import { describe, it } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = it;

const inNotes = '/repo/apps/web/src/features/notes/components/note-form.tsx';

new RuleTester().run('no-cross-feature-imports', noCrossFeatureImports, {
  valid: [
    { name: 'allows its own files', filename: inNotes, code: "import { save } from '../api/save-note';" },
    { name: 'allows libraries', filename: inNotes, code: "import { Button } from '@app/ui';" },
    {
      name: 'allows the app to import features',
      filename: '/repo/apps/web/src/app/router.tsx',
      code: "import('../features/notes/routes/notes-page');",
    },
  ],
  invalid: [
    {
      name: 'refuses a static import of another feature',
      filename: inNotes,
      code: "import { user } from '../../auth/api/session';",
      errors: [{ messageId: 'feature' }],
    },
    {
      name: 'refuses a lazy import of another feature',
      filename: inNotes,
      code: "const page = import('../../system/routes/system-page');",
      errors: [{ messageId: 'feature' }],
    },
    {
      name: 'refuses a re-export of another feature',
      filename: inNotes,
      code: "export * from '../../auth/api/session';",
      errors: [{ messageId: 'feature' }],
    },
    {
      name: 'refuses the app',
      filename: inNotes,
      code: "import { router } from '../../../app/router';",
      errors: [{ messageId: 'app' }],
    },
  ],
});

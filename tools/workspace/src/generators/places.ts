import type { Spellings } from './names/spellings.ts';

/** Paths that the generators read and edit. */
export const API = 'apps/api';
export const DOMAINS = 'apps/api/app';
export const SETTINGS = 'apps/api/config/settings.py';
export const API_ROUTES = 'apps/api/config/api.py';
export const PYPROJECT = 'apps/api/pyproject.toml';
export const DOCUMENT = 'libs/api-types/openapi.json';
export const WEB = 'apps/web/src';
export const ROUTER = 'apps/web/src/app/router.tsx';
export const HEADER = 'apps/web/src/app/header.tsx';
export const HOME = 'apps/web/src/features/auth/return-path.ts';
export const JOURNEYS = 'apps/e2e/journeys';
export const PAGES = 'apps/e2e/journeys/pages.ts';
export const UI = 'libs/ui/src';

/** Folders and files that belong to one resource only. */
export function ownPaths({ snake, kebab }: Spellings): string[] {
  return [
    `${DOMAINS}/${snake}`,
    `${WEB}/features/${kebab}`,
    `${WEB}/testing/fake-${kebab}.ts`,
    `${JOURNEYS}/${kebab}.ts`,
    `${JOURNEYS}/${kebab}.spec.ts`,
  ];
}

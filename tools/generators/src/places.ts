/** Where things stand in the workspace: what the generators read and edit, from its root. */
export const API = 'apps/api';
export const DOMAINS = 'apps/api/app';
export const SETTINGS = 'apps/api/config/settings.py';
export const API_ROUTES = 'apps/api/config/api.py';
export const PYPROJECT = 'apps/api/pyproject.toml';
export const DOCUMENT = 'libs/api-types/openapi.json';
export const TYPES = 'libs/api-types/src/schema.gen.ts';
export const WEB = 'apps/web/src';
export const ROUTER = 'apps/web/src/app/router.tsx';
export const HEADER = 'apps/web/src/app/header.tsx';
export const JOURNEYS = 'apps/e2e/journeys';
export const PAGES = 'apps/e2e/journeys/pages.ts';
export const UI = 'libs/ui/src';
export const RECORDS = 'tools/generators/resources';

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { WORKSPACE_ROOT } from '../support/paths.ts';

/** What a deployment has. deployment.json explains each member. */
export interface Deployment {
  app: { page: string; marker: string; addresses: string[]; version: string | null };
  files: { folders: string[]; hashed: string[] };
  api: { prefix: string; open: string; documentation: string | null };
  admin: { path: string; page: string } | null;
  accounts: { session: string; signUp: string; signIn: string } | null;
  health: string | null;
  limits: { bodyBytes: number; requestSeconds: number };
  headers: Record<string, string> | null;
  probe: string | null;
}

/** Where support/compose.probe.yaml mounts the probe. For another deployment, PROBE or its file names the path. */
const OWN_PROBE = '/api/_probe';
const DEFAULT_FILE = 'apps/e2e/contract/deployment.json';

/** The suite started the tested stack, so it may also stop it and read its logs. */
export const isOwnStack = !process.env.BASE_URL;

/** READ_ONLY=1: tests store nothing, do not sign up and cause no load. */
export const isReadOnly = Boolean(process.env.READ_ONLY);

/** The deployment that this run tests. */
export const deployment: Deployment = readDeployment(process.env.DEPLOYMENT ?? DEFAULT_FILE);

/**
 * Read the description of a deployment.
 *
 * @param file JSON with comments; relative to the workspace
 * @throws Error when the file is missing, invalid or incomplete
 */
function readDeployment(file: string): Deployment {
  const path = resolve(WORKSPACE_ROOT, file);
  const errors: ParseError[] = [];
  const found = parse(readFileSync(path, 'utf8'), errors, { allowTrailingComma: true }) as Deployment;
  const [first] = errors;
  if (first) throw new Error(`${file}: ${printParseErrorCode(first.error)} at character ${first.offset}`);
  const required = ['app', 'files', 'api', 'admin', 'accounts', 'health', 'limits', 'headers', 'probe'];
  const missing = required.filter((member) => !(member in found));
  if (missing.length > 0) throw new Error(`${file} has no ${missing.join(', ')}. Use null for what does not exist.`);
  return { ...found, probe: isOwnStack ? OWN_PROBE : (process.env.PROBE ?? found.probe) };
}

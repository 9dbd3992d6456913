import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { WORKSPACE_ROOT } from '../support/paths.ts';

/** What a deployment has; deployment.json says what each member means. */
export interface Deployment {
  app: { page: string; marker: string; addresses: string[]; version: string | null };
  files: { folders: string[]; hashed: string[]; extensions: string[] };
  api: { prefix: string; open: string; private: string | null; documentation: string | null };
  admin: { path: string; page: string } | null;
  accounts: { session: string; signUp: string; signIn: string } | null;
  health: string | null;
  limits: { bodyBytes: number; requestSeconds: number };
  headers: Record<string, string> | null;
  probe: string | null;
}

/** Where the suite's own stack has the probe: support/compose.probe.yaml. PROBE says it of any other deployment. */
const OWN_PROBE = '/api/_probe';
const DEFAULT_FILE = 'apps/e2e/contract/deployment.json';

/** The suite started what it tests, so that it may stop and read it as well. */
export const isOwnStack = !process.env.BASE_URL;

/** READ_ONLY=1: nothing is stored, nobody signs up, and nothing is asked that burdens the deployment. */
export const isReadOnly = Boolean(process.env.READ_ONLY);

/** The deployment that this run tests. */
export const deployment: Deployment = readDeployment(process.env.DEPLOYMENT ?? DEFAULT_FILE);

/**
 * Read a deployment's file.
 *
 * @param file JSON with comments; relative to the workspace
 * @throws Error in one sentence when the file is missing, is no JSON or lacks a member
 */
function readDeployment(file: string): Deployment {
  const path = resolve(WORKSPACE_ROOT, file);
  const errors: ParseError[] = [];
  const found = parse(readFileSync(path, 'utf8'), errors, { allowTrailingComma: true }) as Deployment;
  const [first] = errors;
  if (first) throw new Error(`${file}: ${printParseErrorCode(first.error)} at character ${first.offset}`);
  const wanted = ['app', 'files', 'api', 'admin', 'accounts', 'health', 'limits', 'headers', 'probe'];
  const missing = wanted.filter((member) => !(member in found));
  if (missing.length > 0) throw new Error(`${file} says nothing about: ${missing.join(', ')} (null says "none")`);
  return { ...found, probe: isOwnStack ? OWN_PROBE : (process.env.PROBE ?? found.probe) };
}

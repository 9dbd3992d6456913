import { deployment, isOwnStack, isReadOnly } from './deployment.ts';

/** What a row may need, and why the row is not run without it. */
const REASONS = {
  probe: [Boolean(deployment.probe), 'the probe application is not mounted'],
  engine: [isOwnStack, 'needs the Docker engine and a local stack'],
  writing: [!isReadOnly, 'stores data or causes load, and this run is read-only'],
  accounts: [Boolean(deployment.accounts), 'the deployment has no accounts'],
  admin: [Boolean(deployment.admin), 'the deployment has no admin'],
  documentation: [Boolean(deployment.api.documentation), 'the deployment has no API documentation'],
  version: [Boolean(deployment.app.version), 'the deployment has no version file'],
  health: [Boolean(deployment.health), 'the deployment has no health check of the proxy'],
  tls: [process.env.BASE_URL?.startsWith('https:') ?? false, 'the deployment is reached over plain HTTP'],
} as const satisfies Record<string, readonly [isAvailable: boolean, reason: string]>;

export type Need = keyof typeof REASONS;

/** Why tests with these needs cannot run against this deployment; undefined if they can. */
export function skipReason(needs: readonly Need[]): string | undefined {
  const missing = needs.filter((need) => !REASONS[need][0]).map((need) => REASONS[need][1]);
  return missing.length > 0 ? missing.join('; ') : undefined;
}

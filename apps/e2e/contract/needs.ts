import { deployment, isOwnStack, isReadOnly } from './deployment.ts';

/** What a row may need; the sentence says why it is not run where that is missing. */
const REASONS = {
  probe: [Boolean(deployment.probe), 'the probe application is not loaded'],
  engine: [isOwnStack, 'needs the container engine of a stack of its own'],
  writing: [!isReadOnly, 'stores something or burdens the deployment, and this run only reads'],
  accounts: [Boolean(deployment.accounts), 'the deployment has no accounts'],
  private: [Boolean(deployment.api.private), 'the deployment has no private API'],
  admin: [Boolean(deployment.admin), 'the deployment has no admin'],
  documentation: [Boolean(deployment.api.documentation), 'the deployment has no documentation of its API'],
  version: [Boolean(deployment.app.version), 'the deployment does not say its version'],
  health: [Boolean(deployment.health), 'the deployment has no health address of its own'],
  tls: [process.env.BASE_URL?.startsWith('https:') ?? false, 'the deployment is reached over plain HTTP'],
  plain: [!process.env.BASE_URL?.startsWith('https:'), 'the deployment is reached over TLS'],
} as const satisfies Record<string, readonly [isThere: boolean, otherwise: string]>;

export type Need = keyof typeof REASONS;

/** Why something with these needs can't run against this deployment; undefined when it can. */
export function whyNot(needs: readonly Need[]): string | undefined {
  const missing = needs.filter((need) => !REASONS[need][0]).map((need) => REASONS[need][1]);
  return missing.length > 0 ? missing.join('; ') : undefined;
}

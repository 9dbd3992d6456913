// @ts-check
import { askEngine } from '../../engine/probe.mjs';
import { lastLine } from '../../host/run.mjs';
import { Trouble } from '../../host/trouble.mjs';
import { describeEngine } from '../../steps/container-engine.mjs';
import { readPullFailure } from '../registry-answer.mjs';

/** @import { ReadHost } from '../../host/host.mjs' */
/** @import { Ran } from '../../host/run.mjs' */

const FULL = /no space left on device|disk quota exceeded/i;
/** Nobody has pushed it: no fault. */
const ABSENT = /manifest unknown|name unknown|manifest for \S+ not found|\S+: not found$/im;
/** A mirror or a registry under maintenance says the first, one that knows who asks the others. */
const READ_ONLY = /operation is unsupported|method not allowed|read.?only|denied|unauthorized|\b40[13]\b/i;

/** @param {Ran} ran a `docker pull` that failed */
export function isAbsent({ out, err }) {
  return ABSENT.test(`${out}\n${err}`) && !/denied|unauthorized/i.test(err);
}

/**
 * Says why a command of the engine failed, in a sentence that a person can act on.
 *
 * @param {ReadHost} host
 * @param {Ran} ran
 * @param {string} what could not be done, `The image web could not be built`
 * @returns {Promise<Trouble>}
 */
export async function engineTrouble(host, ran, what) {
  const text = `${ran.out}\n${ran.err}`;
  if (FULL.test(text)) return new Trouble(`${what}: the disk is full.`, 'Free some of it, e.g. `docker system prune`.');
  const engine = describeEngine(await askEngine(host), host);
  if (!engine.ok) return new Trouble(`${what}. Container engine: ${engine.lacks}`, engine.way);
  return new Trouble(`${what}: ${lastLine(ran)}`, 'Read the output above.');
}

/**
 * Says why the registry gave nothing or took nothing.
 *
 * @param {Ran} ran a `docker pull` or `docker push` that failed
 * @param {string} registry
 * @returns {Trouble}
 */
export function registryTrouble(ran, registry) {
  const text = `${ran.out}\n${ran.err}`;
  if (FULL.test(text)) return new Trouble('The disk is full.', 'Free some of it, e.g. `docker system prune`.');
  if (readPullFailure(text) === 'unreachable')
    return new Trouble(
      `The registry ${registry} cannot be reached: ${lastLine(ran)}`,
      'Check TANDEM_IMAGE_REGISTRY and the network.',
    );
  if (READ_ONLY.test(text))
    return new Trouble(
      `The registry ${registry} is read-only for us: ${lastLine(ran)}`,
      '`docker login` as somebody who may write there.',
    );
  return new Trouble(`The registry ${registry} did not answer properly: ${lastLine(ran)}`, 'Try again in a while.');
}

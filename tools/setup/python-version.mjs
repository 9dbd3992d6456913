// @ts-check
/**
 * Prints which Python the API's tasks run on, as `3.13`: an input of theirs, since mypy's verdict and the tests' depend on
 * it. Without an environment yet it is the one that setup would make it with, so that a fresh clone has the same hashes.
 */
import { thisHost } from './host/host.mjs';
import { pythonVersion } from './steps/python.mjs';

console.log((await pythonVersion(thisHost())) ?? 'none');

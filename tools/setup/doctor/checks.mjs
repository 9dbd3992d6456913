// @ts-check
import { baseImages } from '../steps/base-images.mjs';
import { browser } from '../steps/browser.mjs';
import { containerEngine } from '../steps/container-engine.mjs';
import { linters } from '../steps/linters.mjs';
import { npmPackages } from '../steps/npm-packages.mjs';
import { poetry } from '../steps/poetry.mjs';
import { pythonPackages } from '../steps/python-packages.mjs';
import { python } from '../steps/python.mjs';
import { git, node } from '../steps/system.mjs';
import { appliedMigrations, openapiDocument, writtenMigrations } from './api.mjs';
import { declarations } from './declarations.mjs';
import { disk } from './disk.mjs';
import { envFiles } from './env-files.mjs';
import { fromStep } from './from-step.mjs';
import { lineEndings } from './line-endings.mjs';
import { ports } from './ports.mjs';
import { secrets } from './secrets.mjs';
import { types } from './types.mjs';
import { npm, plugin } from './versions.mjs';
import { watches } from './watches.mjs';

/** @import { Check } from './examine.mjs' */

/** In the order in which a person would mend them. @type {Check[]} */
export const checks = [
  fromStep('node', node),
  npm,
  fromStep('git', git),
  fromStep('python', python),
  fromStep('npm-packages', npmPackages),
  fromStep('poetry', poetry),
  fromStep('python-packages', pythonPackages),
  fromStep('linters', linters),
  fromStep('browser', browser),
  fromStep('engine', containerEngine),
  plugin('compose'),
  plugin('buildx'),
  fromStep('base-images', baseImages, ['engine']),
  ports,
  disk,
  watches,
  lineEndings,
  openapiDocument,
  types,
  declarations,
  writtenMigrations,
  appliedMigrations,
  secrets,
  envFiles,
];

// @ts-check
/**
 * How `nx release` writes a version into this workspace: Nx's own way for npm packages, and one line of text wherever
 * else the version stands. Named by `release.version.versionActions` in nx.json.
 */
import { createRequire } from 'node:module';
import { PLACES } from './places.mjs';

/** @import { ProjectGraph, Tree } from '@nx/devkit' */

// A CommonJS module with a default export, which `import` would give wrapped in another.
const require = createRequire(import.meta.url);
/** @type {typeof import('@nx/js/src/release/version-actions')} */
const { default: JsVersionActions, afterAllProjectsVersioned } = require('@nx/js/src/release/version-actions');

// One text is exchanged for another of the same kind. Nx would format whole files, generated ones too.
process.env['NX_SKIP_FORMAT'] = 'true';

// Run once after all projects; it brings package-lock.json up to date.
export { afterAllProjectsVersioned };

/** All projects share one version. Those without a package.json have it in another file, or nowhere. */
export default class WorkspaceVersionActions extends JsVersionActions {
  /**
   * @override
   * @param {Tree} tree
   */
  async init(tree) {
    await super.init(tree);
    this.manifestsToUpdate = this.manifestsToUpdate.filter(({ manifestPath }) => tree.exists(manifestPath));
  }

  /**
   * The root's version is everybody's.
   *
   * @override
   * @param {Tree} tree
   */
  async readCurrentVersionFromSourceManifest(tree) {
    const manifestPath = 'package.json';
    return { manifestPath, currentVersion: JSON.parse(tree.read(manifestPath, 'utf8') ?? '{}').version };
  }

  /**
   * The edges that no package.json holds (images, Python) have no version to be written.
   *
   * @override
   * @param {Tree} tree
   * @param {ProjectGraph} graph
   * @param {string} dependency
   */
  async readCurrentVersionOfDependency(tree, graph, dependency) {
    if (this.manifestsToUpdate.length === 0) return { currentVersion: null, dependencyCollection: null };
    return await super.readCurrentVersionOfDependency(tree, graph, dependency);
  }

  /**
   * @override
   * @param {Tree} tree
   * @param {string} newVersion
   * @throws {Error} when a place no longer holds a version: a release must never leave one behind
   */
  async updateProjectVersion(tree, newVersion) {
    const messages = await super.updateProjectVersion(tree, newVersion);
    for (const { file, version } of PLACES[this.projectGraphNode.name] ?? []) {
      const before = tree.read(file, 'utf8') ?? '';
      if (!version.test(before)) throw new Error(`${file} holds no version where ${version} looks for one.`);
      tree.write(file, before.replace(version, newVersion));
      messages.push(`✍️  New version ${newVersion} written to ${file}`);
    }
    return messages;
  }
}

import { createHash } from 'node:crypto';
import type { Tree } from '@nx/devkit';
import { RECORDS } from '../places.ts';

/** What a resource was generated from, kept so that it can be taken out again. */
export interface ResourceRecord {
  name: string;
  plural: string;
  fields: string;
  /** What it refers to: the name of each resource, with its domain. */
  refersTo: { name: string; domain: string }[];
  /** SHA-256 of each file of its own, as it was generated. */
  files: Record<string, string>;
}

export const recordPath = (name: string) => `${RECORDS}/${name}.json`;

export const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The record of a resource; null when it was not generated, or its record is gone. */
export function readRecord(tree: Tree, name: string): ResourceRecord | null {
  const text = tree.read(recordPath(name), 'utf-8');
  return text === null ? null : (JSON.parse(text) as ResourceRecord);
}

/** Every record that there is. */
export function readRecords(tree: Tree): ResourceRecord[] {
  return tree.children(RECORDS).flatMap((file) => readRecord(tree, file.replace(/\.json$/, '')) ?? []);
}

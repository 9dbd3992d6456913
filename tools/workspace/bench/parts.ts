import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { workspaceRoot } from '../checks/scratch.ts';
import { docker, measure, type Target } from './load.ts';
import type { Result, Sample } from './report.ts';
import { FILES, imageOf, startStack, type Stack, type StackOptions, type Subject } from './stack.ts';

export interface Bench extends Record<'rows' | 'connections', number[]> {
  /** The work tree and the commit that it is compared with. */
  subjects: Subject[];
  rounds: number;
}

/** Requests by name: the service, the path and what else they need. */
type Requests = Record<string, [service: string, path: string, more?: Partial<Target>]>;
type Stacks = Map<string, Stack>;

const LIST = '/api/notes?page_size=50';
const WITH_NGINX = { rows: 1000, started: ['api', 'web', 'bare', 'stock'] };
/** Gunicorn's worker class, processes, and threads of each. The first is the default. */
const WORKERS = ['gthread 2 4', 'gthread 1 8', 'gthread 2 8', 'gthread 4 4', 'sync 2 1', 'sync 4 1', 'sync 8 1'];

/** Starts a stack per commit and adds it under the end of the names of its results. */
async function start(bench: Bench, options: StackOptions, stacks: Stacks = new Map(), name = ''): Promise<Stacks> {
  for (const subject of bench.subjects) stacks.set(name + subject.suffix, await startStack(subject, options));
  return stacks;
}

/** Measures all requests to all stacks in each round, so that a busy minute of the machine affects all of them. */
async function compare(group: string, stacks: Stacks, requests: Requests, bench: Bench): Promise<Result[]> {
  const cases = [];
  for (const [suffix, stack] of stacks) {
    for (const [name, request] of Object.entries(requests)) {
      const target = await stack.target(...request);
      let seconds = 1;
      // Long enough for three responses on each connection.
      while (((await measure(target, seconds))['requests/s'] ?? 0) * seconds < 3 * target.connections) seconds *= 2;
      cases.push({ target, seconds, result: { group, name: name + suffix, samples: [] as Sample[] } });
    }
  }
  for (let round = 1; round <= bench.rounds; round++) {
    console.error(`${group}: round ${round} of ${bench.rounds}`);
    for (const { target, seconds, result } of cases) result.samples.push(await measure(target, seconds));
  }
  return cases.map(({ result }) => result);
}

/** Every part of the benchmark, by the name that `--only` takes. Each yields the results of its groups. */
export const parts: Record<string, (bench: Bench) => AsyncGenerator<Result[]>> = {
  async *static(bench) {
    const stacks = await start(bench, WITH_NGINX);
    for (const [size, path] of Object.entries(FILES)) {
      const stock: Requests = { 'stock Nginx, gzip on the fly': ['stock', path] };
      const requests: Requests = { 'bare Nginx': ['bare', path], 'this Nginx': ['web', path], ...stock };
      yield compare(`Static file of ${size}`, stacks, requests, bench);
    }
  },

  async *api(bench) {
    const requests: Requests = {
      'minimal view': ['web', LIST.replace('/notes', '/bench/minimal')],
      list: ['web', LIST],
      'list, uncompressed': ['web', LIST, { headers: { 'Accept-Encoding': 'identity' } }],
      'list, bare Nginx': ['bare', LIST],
      'list, Gunicorn directly': ['api', LIST],
    };
    yield compare('List of 50 notes', await start(bench, WITH_NGINX), requests, bench);
  },

  async *connections(bench) {
    const stacks = await start({ ...bench, subjects: bench.subjects.slice(0, 1) }, WITH_NGINX);
    for (const [name, path] of Object.entries({ 'static file': FILES['66 kB'], 'list of 50 notes': LIST })) {
      const requests: Requests = {};
      for (const connections of bench.connections) requests[`clients: ${connections}`] = ['web', path, { connections }];
      yield compare(`Connections, ${name}`, stacks, requests, bench);
    }
  },

  /** With one client, so that the time is that of the request and not of a queue. */
  async *growth(bench) {
    const one = { connections: 1 };
    const create = { ...one, body: '{"title": "Created", "body": "by the benchmark"}' };
    for (const database of ['SQLite', 'PostgreSQL']) {
      const stacks: Stacks = new Map();
      for (const rows of bench.rows) {
        const options = { rows, isPostgres: database === 'PostgreSQL' };
        await start(bench, options, stacks, `${rows.toLocaleString('en')} notes`);
      }
      yield compare(`List, ${database}`, stacks, { '': ['api', LIST, one] }, bench);
      yield compare(`Search, ${database}`, stacks, { '': ['api', `${LIST}&search=needle`, one] }, bench);
      yield compare(`Create, ${database}`, stacks, { '': ['api', '/api/notes', create] }, bench);
    }
  },

  async *workers(bench) {
    const stacks: Stacks = new Map();
    for (const model of WORKERS) {
      const [kind, workers, threads] = model.split(' ');
      const options = [`--worker-class=${kind}`, `--workers=${workers}`, `--threads=${threads}`];
      const command = ['python', '-m', 'gunicorn', ...options, `--worker-connections=${threads}`];
      await start({ ...bench, subjects: bench.subjects.slice(0, 1) }, { rows: 10_000, command }, stacks, model);
    }
    for (const view of ['cpu', 'database', 'waiting']) {
      yield compare(`Workers of Gunicorn, view: ${view}`, stacks, { '': ['api', `/api/bench/${view}`] }, bench);
    }
  },

  /** What a browser with an empty cache receives. */
  async *visit(bench) {
    const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
    const browser = await chromium.launch(system ? { executablePath: system } : {});
    for (const [suffix, stack] of await start(bench, WITH_NGINX)) {
      const sample = { 'script and style kB': 0, 'other kB': 0 };
      const page = await browser.newPage();
      page.on('response', (response) => {
        const isCode = ['script', 'stylesheet'].includes(response.request().resourceType());
        const bytes = Number(response.headers()['content-length'] ?? 0);
        sample[isCode ? 'script and style kB' : 'other kB'] += bytes / 1000;
      });
      const port = (await stack.compose('port', 'web', '8080')).split(':').at(-1) ?? '';
      await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
      yield [{ group: 'First visit', name: `/${suffix}`, samples: [sample] }];
    }
    await browser.close();
  },

  /** From created containers to the first good response of Django through Nginx. */
  async *start(bench) {
    for (const [suffix, stack] of await start(bench, WITH_NGINX)) {
      const samples = [];
      for (let round = 0; round < bench.rounds; round++) {
        await stack.compose('stop', 'api', 'web');
        await stack.compose('up', '--no-start', '--no-deps', '--force-recreate', 'api', 'web');
        const ids = [await stack.id('api'), await stack.id('web')];
        const begin = performance.now();
        await docker('start', ...ids);
        const { url } = await stack.target('web', '/api/readyz');
        while (!(await fetch(url).catch(() => undefined))?.ok) await delay(5);
        samples.push({ seconds: (performance.now() - begin) / 1000 });
      }
      yield [{ group: 'Start until the first response', name: `web and api${suffix}`, samples }];
    }
  },

  async *images({ subjects }) {
    const bake = readFileSync(join(workspaceRoot, 'docker/docker-bake.hcl'), 'utf8');
    const size = async (image: string) => Number(await docker('image', 'inspect', '--format={{.Size}}', image)) / 1e6;
    for (const [service, variable] of Object.entries({ web: 'NGINX_IMAGE', api: 'PYTHON_IMAGE' })) {
      const official = new RegExp(`"${variable}" \\{\\s*default = "([^"]+)"`).exec(bake)?.[1] ?? '';
      const base = await size(process.env[variable] ?? official);
      for (const subject of subjects) {
        const samples = [{ 'MB above the base image': (await size(imageOf(service, subject))) - base }];
        yield [{ group: 'Images', name: service + subject.suffix, samples }];
      }
    }
  },
};

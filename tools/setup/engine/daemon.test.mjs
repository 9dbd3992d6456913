// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeHost } from '../testing/fake-host.mjs';
import { LOG, stalePidFiles, startDaemon } from './daemon.mjs';

const SILENT = { code: 1, err: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\n' };
const DOCKER_PID = '/var/run/docker.pid';
const CONTAINERD_PID = '/var/run/docker/containerd/containerd.pid';
const FILES = { '/usr/sbin/dockerd': '' };

/** Answers from the second question on. */
function lateEngine() {
  let asked = 0;
  return () => (++asked > 1 ? { out: '26.1.5\n' } : SILENT);
}

test('takes a pid file away whose number is another program’s by now', async () => {
  const host = fakeHost({
    files: { '/proc/3813/comm': 'bash\n' },
    replies: { [`cat ${DOCKER_PID}`]: { out: '3813\n' } },
  });
  assert.deepEqual(await stalePidFiles(host), [DOCKER_PID]);
});

test('takes a pid file away whose process is gone', async () => {
  const host = fakeHost({ replies: { [`cat ${CONTAINERD_PID}`]: { out: '99' } } });
  assert.deepEqual(await stalePidFiles(host), [CONTAINERD_PID]);
});

test('leaves the pid file of a living engine', async () => {
  const host = fakeHost({ files: { '/proc/7/comm': 'dockerd\n' }, replies: { [`cat ${DOCKER_PID}`]: { out: '7' } } });
  assert.deepEqual(await stalePidFiles(host), []);
});

test('starts the service where systemd runs', async () => {
  const host = fakeHost({
    files: { ...FILES, '/run/systemd/system/x': '' },
    replies: { 'systemctl start docker': {}, 'docker version': lateEngine() },
  });
  await startDaemon(host);
  assert.ok(host.ran.includes('systemctl start docker'));
});

test('starts a daemon of its own elsewhere, cut off from this terminal, and waits until it answers', async () => {
  const host = fakeHost({
    files: { ...FILES, '/proc/41/comm': 'dockerd' },
    replies: { sh: { out: '41\n' }, 'docker version': lateEngine() },
  });
  await startDaemon(host);
  const start = host.ran.find((command) => command.startsWith('sh -c')) ?? '';
  assert.match(start, /setsid .*>"\$1" 2>&1 <\/dev\/null &.* \/usr\/sbin\/dockerd \/var\/log\/dockerd\.log$/);
});

test('gives up at once when the daemon dies, with the last line of its log', { timeout: 10_000 }, async () => {
  const tail = { out: 'failed to start daemon: Error initializing network controller\n' };
  const host = fakeHost({
    files: FILES,
    replies: { sh: { out: '41\n' }, 'docker version': SILENT, [`tail -n 1 ${LOG}`]: tail },
  });
  await assert.rejects(
    startDaemon(host),
    /did not start: failed to start daemon: Error initializing network controller/,
  );
});

/** A socket of a container that waits for connections: one line of /proc/net/tcp. */
export interface Listener {
  address: string;
  port: number;
  /** Connections that are made and that nobody has taken yet. */
  waiting: number;
}

const LISTENING = '0A';
/** The engine's own name server is inside the container too. */
const ENGINE = '127.0.0.11';

/** How to read them in a container. */
export const READ_LISTENERS = ['cat', '/proc/net/tcp'];

/** What {@link READ_LISTENERS} says. https://docs.kernel.org/networking/proc_net_tcp.html */
export function listeners(table: string): Listener[] {
  const rows = table.trim().split('\n').slice(1);
  const fields = rows.map((line) => line.trim().split(/\s+/));
  const listening = fields.filter(([, , , state]) => state === LISTENING);
  return listening
    .map(([, local = '', , , queues = '']) => parse(local, queues))
    .filter(({ address }) => address !== ENGINE);
}

function parse(local: string, queues: string): Listener {
  const [address = '', port = ''] = local.split(':');
  const [, waiting = ''] = queues.split(':');
  // Four bytes, the last first.
  const bytes = (address.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse();
  return { address: bytes.join('.'), port: Number.parseInt(port, 16), waiting: Number.parseInt(waiting, 16) };
}

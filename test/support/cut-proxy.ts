import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One address before several servers, as a load balancer is: each connection goes to the first one that is there. */
export interface CutProxy {
  origin: string;
  /** Which of the servers a new connection tries first. */
  prefer(index: number): void;
  stop(): Promise<void>;
}

/** Starts a proxy before servers on this machine. */
export async function startProxy(origins: readonly string[]): Promise<CutProxy> {
  const ports = origins.map((origin) => Number(new URL(origin).port));
  const open = new Set<Socket>();
  let preferred = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    reach([...ports.slice(preferred), ...ports.slice(0, preferred)], socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    prefer: (index) => {
      preferred = index;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function reach([port, ...others]: number[], socket: Socket): void {
  if (port === undefined) {
    socket.destroy();
    return;
  }
  const behind = connect(port, 'localhost');
  let isThere = false;
  behind.on('connect', () => {
    isThere = true;
    socket.pipe(behind);
    behind.pipe(socket);
  });
  behind.on('error', () => (isThere ? socket.destroy() : reach(others, socket)));
  behind.on('close', () => (isThere ? socket.destroy() : undefined));
  socket.on('close', () => behind.destroy());
}

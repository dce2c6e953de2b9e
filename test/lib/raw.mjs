// Bytes to a server without a client that would mend them, and what came back.
import { connect } from 'node:net';

/**
 * Sends the pieces one after the other and resolves to all that came back until the server closed, or until it was
 * silent for a while after something came.
 */
export function exchange(port, pieces, { silence = 150, patience = 30_000 } = {}) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    let timer = setTimeout(done, patience);
    socket.setEncoding('latin1');
    socket.on('data', (piece) => {
      answer += piece;
      clearTimeout(timer);
      timer = setTimeout(done, silence);
    });
    socket.on('close', done).on('error', done);
    for (const piece of [pieces].flat()) socket.write(piece);
  });
}

/** The status of each response in what came back. */
export const statuses = (answer) => [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((found) => Number(found[1]));

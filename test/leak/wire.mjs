// HTTP as it goes over the wire: what is compared is every header as it was sent, and every byte of the body.
import { Agent, request } from 'node:http';

export class Wire {
  constructor(address) {
    const { hostname, port } = new URL(address);
    this.to = { hostname, port, agent: new Agent({ keepAlive: true, maxSockets: 1 }) };
  }

  /** Resolves to {status, headers, body}. headers: [name, value] in the order in which they came, without Date. */
  async send(method, path, headers, body) {
    try {
      return await this.#send(method, path, headers, body);
    } catch (error) {
      if (error.code !== 'ECONNRESET') throw error; // the server had closed the idle connection that was taken
      return this.#send(method, path, headers, body);
    }
  }

  #send(method, path, headers, body) {
    return new Promise((resolve, reject) => {
      const sent = request(
        { ...this.to, method, path, headers: body === undefined ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) } },
        (response) => {
          const pieces = [];
          response.on('data', (piece) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode, headers: pairs(response.rawHeaders), body: Buffer.concat(pieces) }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close() {
    this.to.agent.destroy();
  }
}

function pairs(raw) {
  const found = [];
  for (let i = 0; i < raw.length; i += 2) if (raw[i].toLowerCase() !== 'date') found.push([raw[i], raw[i + 1]]);
  return found;
}

export const header = (answer, name) => answer.headers.find(([known]) => known.toLowerCase() === name)?.[1];

/** How two answers differ, in one line; undefined when they are the same. */
export function difference(one, other) {
  if (one.status !== other.status) return `status ${one.status} and ${other.status}`;
  const heads = [one, other].map((answer) => answer.headers.map((pair) => pair.join(': ')).join('\n'));
  if (heads[0] === heads[1] && one.body.equals(other.body)) return undefined;
  const [left, right] = one.body.equals(other.body) ? heads : [one, other].map((answer) => answer.body.toString('latin1'));
  let at = 0;
  while (left[at] === right[at]) at++;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 100), at + 100));
  return `${one.body.equals(other.body) ? 'headers' : 'bodies'} at ${at}:\n      ${around(left)}\n      ${around(right)}`;
}

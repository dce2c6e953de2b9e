// A running server: started on a free port, killed or stopped, started again on the same data.
import { spawn } from 'node:child_process';
import { binary, environment } from './comity.mjs';

const running = new Set();
process.on('exit', killServers);

/** Whatever runs still, as at a power cut. */
export function killServers() {
  running.forEach((child) => child.kill('SIGKILL'));
}

const START_SECONDS = 30;

export class Server {
  /** args: the command and its options but for --listen. */
  constructor(args) {
    this.args = args;
  }

  /** Resolves when it answers; the port stays the same when it is started again. */
  start() {
    const child = spawn(binary, [...this.args, '--listen', `127.0.0.1:${this.port ?? 0}`], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    this.child = child;
    this.errors = '';
    child.stderr.setEncoding('utf8').on('data', (piece) => (this.errors = (this.errors + piece).slice(-4000)));
    this.ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
    this.ended.then(() => running.delete(child));
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`comity ${this.args.join(' ')} ${why}\n${this.errors}`));
      const late = setTimeout(() => fail(`printed no address in ${START_SECONDS} seconds`), START_SECONDS * 1000);
      let printed = '';
      child.on('error', reject);
      this.ended.then(({ code, signal }) => {
        clearTimeout(late);
        fail(`ended with ${code ?? signal}`);
      });
      child.stdout.setEncoding('utf8').on('data', (piece) => {
        printed += piece;
        const address = /http:\/\/(127\.0\.0\.1:(\d+))/.exec(printed);
        if (address === null) return;
        clearTimeout(late);
        this.address = address[0];
        this.port = Number(address[2]);
        resolve(this);
      });
    });
  }

  /** As at a power cut. */
  kill() {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  stop() {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
}

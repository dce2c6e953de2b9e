// The route table, read from the sources and from what the program says of its API: so no route can be forgotten.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { comity, root } from '../lib/comity.mjs';

// An invitation is one person's own secret, a demo has nobody to write to, and two of the packs publish nothing: no good
// answer is to be had there.
const WITHOUT_GOOD_ANSWER = [
  'GET /public/{ref}',
  'GET /invitation/{token}',
  'POST /invitation/{token}',
  'GET /.well-known/security.txt',
];

function routesOfSources() {
  const found = [];
  for (const name of readdirSync(join(root, 'src'), { recursive: true }).map(String))
    if (name.endsWith('.c') && !/(^|\/)(test|fuzz)_/.test(name))
      for (const [, method, path] of readFileSync(join(root, 'src', name), 'utf8').matchAll(
        /\{\s*HTTP_(GET|POST),\s*"(\/[^"]*)"/g,
      ))
        found.push({ method, path });
  return found;
}

async function routesOfApi() {
  return [...(await comity('docs', 'api')).matchAll(/^\| `(GET|POST) (\/\S*)` \|/gm)].map(([, method, path]) => ({
    method,
    path,
  }));
}

const plainPieces = (path) => path.split('/').map((piece) => (piece.startsWith('{') ? 0 : 1));

export class Routes {
  static async read() {
    const routes = [...(await routesOfSources()), ...(await routesOfApi())];
    return new Routes(routes.filter((one, i) => routes.findIndex((other) => same(one, other)) === i));
  }

  constructor(routes) {
    this.list = routes.map((route) => ({
      ...route,
      name: `${route.method} ${route.path}`,
      pattern: new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      asked: 0,
      answered: 0,
    }));
    // of two that match, the one whose plain piece comes first wins
    this.list.sort((one, other) => (plainPieces(one.path) < plainPieces(other.path) ? 1 : -1));
  }

  of(method, path) {
    const plain = path.split('?')[0];
    return this.list.find((route) => route.method === (method === 'HEAD' ? 'GET' : method) && route.pattern.test(plain));
  }

  /** What was compared: so it is known at the end what never was. */
  note(method, path, status) {
    const route = this.of(method, path);
    if (route === undefined) return;
    route.asked++;
    if (status !== 404 && status !== 401 && status !== 403) route.answered++;
  }

  /** Routes that were never asked, or never gave anything but an error. */
  get neglected() {
    return this.list
      .filter((route) => route.asked === 0 || (route.answered === 0 && !WITHOUT_GOOD_ANSWER.includes(route.name)))
      .map((route) => route.name);
  }
}

const same = (one, other) => one.method === other.method && one.path === other.path;

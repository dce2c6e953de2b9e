// The same request to every world at once, and the answers held beside each other.
import { difference } from './wire.mjs';

export const NOBODY = { id: 'nobody', name: 'nobody who is signed in' };

const DIFFERENCES_MOST = 20;

/** Which of the known classes of leaks (docs/security.md) a request looks for. */
function classesOf(method, path, viewed) {
  const classes = [];
  const [plain, query = ''] = path.split('?');
  const api = plain.startsWith('/api/v1');
  const local = api ? plain.slice('/api/v1'.length) : plain;
  if (/(^|&)(words|q)=/.test(query)) classes.push(1);
  if (['/', '/records', '/duties'].includes(local)) classes.push(2);
  if (/^\/(start|procedures)/.test(local) || (!api && /^\/records\/[^/]+\/(?!why)/.test(local))) classes.push(3);
  if (/(^|&)(state|procedure|mine|after|limit|kind)=/.test(query)) classes.push(4);
  if (local === '/notices' || local === '/') classes.push(5);
  if (viewed.hidden) classes.push(10);
  if (api && method === 'GET') classes.push(12);
  if (/^\/records\/[^/]+$/.test(local) && method === 'GET') classes.push(23);
  if (/\/(release|answer|report)$/.test(local)) classes.push(24);
  if (viewed.links) classes.push(25);
  return classes;
}

export class Lockstep {
  /**
   * first: the world that the others are held against. others: [{world, knows, unless}]. showsReaders: some part of a
   * record shows who read another one, hence who of us looked at it: so whoever asks has to ask in each world, also in
   * those in which they know of the difference.
   */
  constructor(first, others, routes, showsReaders) {
    Object.assign(this, { first, others, routes, showsReaders, compared: 0, byClass: new Map(), differences: [] });
  }

  get found() {
    return this.differences.length > 0;
  }

  /** Those in which this viewer must see the same. */
  #blind(viewer, path) {
    return this.others.filter(
      ({ knows, unless }) => !knows.some((person) => person.id === viewer.id) && !unless.some((except) => path.startsWith(except)),
    );
  }

  static #headers(world, viewer, path, { form, json, key, gzip, headers = {} }) {
    const person = viewer === NOBODY ? undefined : viewer;
    return {
      ...(path.startsWith('/api/') ? world.bearer(person) : world.cookie(person)),
      ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(gzip ? { 'Accept-Encoding': 'gzip' } : {}),
      ...headers,
    };
  }

  /**
   * What the viewer is answered in the first world; what the others answer is compared with it. everywhere: it changes
   * something, so those who know must do it as well. form and json are the body.
   */
  async ask(viewer, method, path, options = {}) {
    const { form, json, everywhere = false } = options;
    const body = form !== undefined ? new URLSearchParams(form).toString() : json && JSON.stringify(json);
    const send = (world) => world.wire.send(method, path, Lockstep.#headers(world, viewer, path, options), body);
    const blind = this.#blind(viewer, path);
    const asked = everywhere || this.showsReaders ? this.others : blind;
    const [answer, ...answers] = await Promise.all([send(this.first), ...asked.map(({ world }) => send(world))]);
    this.routes.note(method, path, answer.status);
    if (blind.length > 0) for (const number of classesOf(method, path, options)) this.#count(number);
    asked.forEach(({ world }, i) => {
      if (!blind.some((other) => other.world === world)) return;
      this.compared++;
      const how = difference(answer, answers[i]);
      if (how !== undefined) this.#report(viewer, method, path, options, world, how);
    });
    return answer;
  }

  #count(number) {
    this.byClass.set(number, (this.byClass.get(number) ?? 0) + 1);
  }

  #report(viewer, method, path, options, world, how) {
    this.differences.push({
      classes: classesOf(method, path, options),
      say: `${viewer.name} (${viewer.posts?.join(', ') || viewer.kind || '-'}): ${method} ${path}: ${how}\n   in the world in which differs: ${world.name}`,
    });
    if (this.stopAtFirst || this.differences.length >= DIFFERENCES_MOST) throw new EnoughFound();
  }
}

export class EnoughFound extends Error {}

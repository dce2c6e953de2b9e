// A browser without a screen and without JavaScript: cookies, pages, forms.

const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'");

const attribute = (tag, name) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found === null ? undefined : unescape(found[1]);
};

export class Browser {
  constructor(address) {
    this.address = address;
    this.cookies = new Map();
  }

  async request(method, path, { fields, headers = {}, body } = {}) {
    const response = await fetch(this.address + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookies.size === 0 ? {} : { Cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
        ...headers,
      },
      body: fields === undefined ? body : new URLSearchParams(fields),
    });
    for (const line of response.headers.getSetCookie?.() ?? [response.headers.get('set-cookie')].filter(Boolean)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  get(path, options) {
    return this.request('GET', path, options);
  }

  post(path, fields, options) {
    return this.request('POST', path, { fields, ...options });
  }

  /** In a demo. */
  async signInAs(person) {
    const answer = await this.post('/sign-in', { person: person.id, next: '/' });
    if (answer.status !== 303) throw new Error(`signing in as ${person.name}: ${answer.status}\n${answer.text}`);
    return this;
  }
}

/** The page without what is another on each: the mask of its forms' token. */
export const withoutMask = (html) => html.replaceAll(/(name="form-token" value=")\w+/g, '$1');

/** The fields that the page's form to this path would send, untouched: hidden ones and what was filled in. */
export function formFields(html, action) {
  for (const [form] of html.matchAll(/<form[\s\S]*?<\/form>/g)) {
    if (attribute(/<form[^>]*>/.exec(form)[0], 'action') !== action) continue;
    const fields = {};
    for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
      const name = attribute(tag, 'name');
      const ticked = !/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag);
      if (name !== undefined && ticked) fields[name] = attribute(tag, 'value') ?? '';
    }
    return fields;
  }
  throw new Error(`the page has no form to ${action}`);
}

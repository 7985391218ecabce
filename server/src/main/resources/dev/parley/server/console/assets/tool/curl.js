// A command to paste into a shell. It must do in bash, zsh and dash what the bot did.

/**
 * One argument, quoted for a POSIX shell: nothing is expanded inside single quotes, and a single
 * quote itself leaves them for a moment.
 */
export function shellQuoted(text) {
  return `'${String(text).replaceAll("'", "'\\''")}'`;
}

/**
 * @param {{method?: string, url: string, headers?: Record<string, string>, body?: unknown}} call
 *   `body` is a string sent as it is, or JSON.
 */
export function curl({ method = 'POST', url, headers = {}, body }) {
  const lines = [
    method === 'GET' ? `curl ${shellQuoted(url)}` : `curl -X ${method} ${shellQuoted(url)}`,
  ];
  for (const [name, value] of Object.entries(headers)) {
    lines.push(`  -H ${shellQuoted(`${name}: ${value}`)}`);
  }
  if (body !== undefined && body !== null) {
    const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
    // --data-raw, since -d reads a file where the text starts with "@".
    lines.push(`  --data-raw ${shellQuoted(text)}`);
  }
  return lines.join(' \\\n');
}

/** Where the world lives: the page's own address without its file. */
export function baseUrl() {
  return new URL('.', document.baseURI).href.replace(/\/$/, '');
}

/** A call's path as the log has it may begin with the world's prefix, which the base has too. */
function withoutWorld(path) {
  const prefix = new URL(baseUrl()).pathname.replace(/\/$/, '');
  return prefix && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/**
 * The call that sends `body` from a number: in the dialect the bot spoke when its path is known,
 * else in 360dialog's.
 */
export function sendCurl({ number, body, path = '/messages', method = 'POST' }) {
  const graph = /^\/v\d+\.\d+\//.test(withoutWorld(path));
  const key = number?.key ?? 'parley-sandbox';
  return curl({
    method,
    url: baseUrl() + withoutWorld(path),
    headers: {
      ...(graph ? { Authorization: `Bearer ${key}` } : { 'D360-API-KEY': key }),
      ...(body === undefined || body === null ? {} : { 'Content-Type': 'application/json' }),
    },
    body,
  });
}

/** `hello_world` to one handset: what gets through when the window is closed. */
export function helloWorldCurl(number, handset) {
  return sendCurl({
    number,
    body: {
      messaging_product: 'whatsapp',
      to: handset.wa_id,
      type: 'template',
      template: { name: 'hello_world', language: { code: 'en_US' } },
    },
  });
}

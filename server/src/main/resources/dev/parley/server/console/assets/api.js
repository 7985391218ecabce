// Calls to the sandbox. Every path is relative to the world's prefix, so that the same page works
// at `/` and at `/w/{name}/`.

/** A call that did not succeed, in the words of the Graph error envelope. */
export class ApiError extends Error {
  constructor(status, error, path) {
    super(error?.error_data?.details || error?.message || `The server answered ${status}`);
    this.status = status;
    this.path = path;
    this.code = error?.code ?? null;
    this.title = error?.message ?? null;
    this.details = error?.error_data?.details ?? null;
    /** `[{path, problem, code}]`, all that is wrong with the request. */
    this.problems = error?.error_data?.problems ?? [];
  }
}

/** The network is gone or the server is down: nothing was answered. */
export class Unreachable extends Error {
  constructor(path) {
    super('Parley does not answer. Is it still running?');
    this.path = path;
  }
}

/**
 * @param {string} base absolute path of the world, ending in `/`
 * @returns get/post/patch/del that take a path and answer the parsed body
 */
export function createApi(base) {
  const call = (method, path, body) =>
    send(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  async function send(path, request) {
    let response;
    try {
      response = await fetch(base + path, request);
    } catch {
      throw new Unreachable(path);
    }
    const text = await response.text();
    const answer = parse(text);
    if (!response.ok) throw new ApiError(response.status, answer?.error, path);
    return answer;
  }
  return {
    base,
    get: (path, query) => call('GET', path + queryString(query)),
    post: (path, body = {}) => call('POST', path, body),
    /** A file as the part `file` of a form. */
    upload(path, file) {
      const body = new FormData();
      body.append('file', file);
      return send(path, { method: 'POST', body });
    },
    patch: (path, body) => call('PATCH', path, body),
    del: (path) => call('DELETE', path),
  };
}

/** Path below the world of one chat on a handset, or of one of its messages. */
export function chatPath(waId, number, ...rest) {
  // A wamid holds `=`, `+` and `/`, so each part is percent-encoded.
  return ['sandbox/handsets', waId, 'chats', number, ...rest]
    .map((part, i) => (i === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

function parse(text) {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function queryString(query) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value != null && value !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

// Where the bytes of a picture, film, sound or document are. The page's policy loads nothing from
// other hosts: what lies elsewhere is named, unless the server offers a copy of its own.

const MEDIA_ID = /^\d{1,32}$/;
const KILO = 1024;
const UNITS = ['B', 'KB', 'MB', 'GB'];

/**
 * @param media a media object of a message: `{link|id, filename?, file?}`
 * @param message beside whose media the server may offer its copy as `file`; what is named by an id
 *   lies on the server in any case
 * @returns {{src?: string, host: string, file: string, mime?: string, size?: number}} `src` only
 *   when this page may load it; `host` says where it lies otherwise
 */
export function mediaSource(media = {}, message = undefined) {
  const copy = media.file ?? message?.file;
  const named = media.filename ?? copy?.filename;
  const src = own(copy?.url ?? media.link ?? uploaded(media.id));
  return {
    ...(src && { src }),
    host: !src && media.link ? hostOf(media.link) : '',
    file: named ?? lastPart(media.link),
    mime: copy?.mime_type ?? media.mime_type,
    size: copy?.size,
  };
}

const uploaded = (id) => (MEDIA_ID.test(id ?? '') ? `sandbox/media/${id}` : undefined);

/** The absolute address when it lies on the page's own server, else undefined. */
function own(address) {
  const url = parsed(address);
  return url && (url.origin === location.origin || url.protocol === 'data:') ? url.href : undefined;
}

const hostOf = (address) => parsed(address)?.host ?? address;

function lastPart(address) {
  const path = parsed(address)?.pathname ?? '';
  try {
    return decodeURIComponent(path.split('/').pop());
  } catch {
    return path.split('/').pop();
  }
}

function parsed(address) {
  if (!address) return undefined;
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}

/** `2.1 MB`; '' when it is not known. */
export function sizeText(bytes) {
  if (!Number.isFinite(bytes)) return '';
  const power = Math.min(
    UNITS.length - 1,
    Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO)),
  );
  const amount = bytes / KILO ** power;
  return `${amount < 10 && power > 0 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`;
}

// How a template stands, in words and colours.

export const STATUS_TONES = {
  APPROVED: 'ok',
  PENDING: 'accent',
  IN_APPEAL: 'accent',
  REJECTED: 'bad',
  DISABLED: 'bad',
  PAUSED: 'warn',
  FLAGGED: 'warn',
  LOCKED: 'warn',
  PENDING_DELETION: 'warn',
};

/** `PENDING_DELETION` as people write it. */
export function words(constant) {
  const text = String(constant).toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why a reviewer rejects one. */
export const REASONS = [
  'INVALID_FORMAT',
  'INCORRECT_CATEGORY',
  'TAG_CONTENT_MISMATCH',
  'ABUSIVE_CONTENT',
  'PROMOTIONAL',
  'SCAM',
  'CATEGORY_NOT_AVAILABLE',
];

export const QUALITIES = ['GREEN', 'YELLOW', 'RED'];
export const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

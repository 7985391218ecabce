// Faces of numbers and handsets, the same on the phone and in the tools.
const BRANDS = ['assets/brand/flame.svg', 'assets/brand/cloche.svg'];
const OTHER_BRAND = 'assets/brand/shopfront.svg';
/** Grounds and letters for people, light enough for both themes. */
const PEOPLE = [
  ['#fbd5c3', '#7d3b1c'],
  ['#cfe3f8', '#174a7c'],
  ['#d9ecc9', '#33571d'],
  ['#ead9f7', '#5a2d80'],
  ['#fbe6b0', '#6b4c05'],
  ['#cdeee9', '#0f5a52'],
];

/** Picture of a business number: that of its profile, else one by its place in the world. */
export function numberAvatar(numbers, id) {
  const place = numbers.findIndex((n) => n.id === id);
  return numbers[place]?.picture ?? BRANDS[place] ?? OTHER_BRAND;
}

/** Letter and colours of a person. */
export function personAvatar(handset) {
  const name = handset.name || handset.wa_id;
  const [ground, ink] = PEOPLE[(Number(handset.wa_id.slice(-4)) + 1) % PEOPLE.length];
  return { letter: [...name][0].toUpperCase(), ground, ink };
}

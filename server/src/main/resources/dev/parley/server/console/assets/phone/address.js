// The fields of an address form, by country.

/** `[field, label, {limit?, mode?, wide?}]`; `wide` takes the whole width of the form. */
const FIELDS = {
  IN: [
    ['name', 'Name', { wide: true }],
    ['phone_number', 'Phone number', { mode: 'tel', wide: true }],
    ['in_pin_code', 'Pin code', { mode: 'numeric', limit: 6 }],
    ['house_number', 'Flat / house number', {}],
    ['floor_number', 'Floor number', {}],
    ['tower_number', 'Tower number', {}],
    ['building_name', 'Building / apartment name', { wide: true }],
    ['address', 'Address', { wide: true }],
    ['landmark_area', 'Landmark / area', { wide: true }],
    ['city', 'City', {}],
    ['state', 'State', {}],
  ],
  SG: [
    ['name', 'Name', { wide: true }],
    ['phone_number', 'Phone number', { mode: 'tel', wide: true }],
    ['sg_post_code', 'Post code', { mode: 'numeric', limit: 6 }],
    ['unit_number', 'Unit number', {}],
    ['address', 'Address', { wide: true }],
    ['city', 'City', { wide: true }],
  ],
};
const COUNTRIES = { IN: 'India', SG: 'Singapore' };

export const countryName = (code) => COUNTRIES[code] ?? code ?? '';

/** Fields of a country's form, and those that only the message's own values name. */
export function addressFields(country, values) {
  const known = FIELDS[country] ?? FIELDS.IN;
  const others = Object.keys(values).filter((field) => !known.some(([name]) => name === field));
  return [
    ...known.map(([name, label, rest]) => ({ name, label, ...rest })),
    ...others.map((name) => ({ name, label: labelOf(name), wide: true })),
  ];
}

function labelOf(field) {
  const words = field.replaceAll('_', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** The lines of an address, for a card to choose. */
export function addressLines(values) {
  const of = (...names) =>
    names
      .map((n) => values[n])
      .filter(Boolean)
      .join(', ');
  return [
    of('house_number', 'floor_number', 'tower_number', 'unit_number', 'building_name'),
    of('address', 'landmark_area'),
    of('city', 'state', 'in_pin_code', 'sg_post_code'),
  ].filter(Boolean);
}

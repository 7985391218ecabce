// The sandbox's own town: a drawn tile of streets that repeats in all directions. Places on it
// follow from coordinates, so that the same spot always has the same address.

/** Where a handset is when it names no places. */
export const TOWN = { latitude: 40.72814, longitude: -73.98832 };
/** The drawing's scale. */
export const METRES_PER_PX = 2;
const METRES_PER_DEGREE = 111_320;

/** Size of the drawn tile in px; it joins with itself at all edges. */
export const TILE = { width: 480, height: 360 };
/** Where the town's own coordinates lie on the tile: on Lantern Row, over the park. */
const TOWN_ON_TILE = { x: 240, y: 188 };

/** Streets by the line they follow: `along` x or y, at that coordinate of the tile. */
const STREETS = [
  { name: 'Mill Street', along: 'y', at: 76 },
  { name: 'Lantern Row', along: 'y', at: 188 },
  { name: 'Quayside', along: 'y', at: 264 },
  { name: 'Harbour Road', along: 'x', at: 132 },
  { name: 'Kiln Lane', along: 'x', at: 366 },
  { name: 'Ferry Lane', along: 'x', at: 32 },
];

/** Coordinates as px on an endless drawing whose tile (0,0) begins at 0. */
export function toPx({ latitude, longitude }) {
  const perLongitude = METRES_PER_DEGREE * Math.cos((TOWN.latitude * Math.PI) / 180);
  return {
    x: TOWN_ON_TILE.x + ((longitude - TOWN.longitude) * perLongitude) / METRES_PER_PX,
    y: TOWN_ON_TILE.y - ((latitude - TOWN.latitude) * METRES_PER_DEGREE) / METRES_PER_PX,
  };
}

export function toCoordinates({ x, y }) {
  const perLongitude = METRES_PER_DEGREE * Math.cos((TOWN.latitude * Math.PI) / 180);
  return {
    latitude: clamp(TOWN.latitude - ((y - TOWN_ON_TILE.y) * METRES_PER_PX) / METRES_PER_DEGREE, 90),
    longitude: clamp(TOWN.longitude + ((x - TOWN_ON_TILE.x) * METRES_PER_PX) / perLongitude, 180),
  };
}

/** Street and house number nearest to a spot. */
export function addressAt(place) {
  const { x, y } = toPx(place);
  const on = { x: modulo(x, TILE.width), y: modulo(y, TILE.height) };
  const nearest = STREETS.map((s) => ({ ...s, away: Math.abs(on[s.along] - s.at) })).sort(
    (a, b) => a.away - b.away,
  )[0];
  const metres = (nearest.along === 'y' ? on.x : on.y) * METRES_PER_PX;
  const house = 2 * Math.floor(metres / 70) + (on[nearest.along] < nearest.at ? 1 : 2);
  return `${house} ${nearest.name}`;
}

/** As a phone writes a distance: "200 m", "1.2 km". */
export function distanceText(from, to) {
  const perLongitude = METRES_PER_DEGREE * Math.cos((from.latitude * Math.PI) / 180);
  const metres = Math.hypot(
    (to.latitude - from.latitude) * METRES_PER_DEGREE,
    (to.longitude - from.longitude) * perLongitude,
  );
  if (metres < 950) return `${Math.max(10, Math.round(metres / 10) * 10)} m`;
  return metres < 100_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`;
}

/** Five decimals are about a metre; a minus that reads as one. */
export const shown = (degrees) => degrees.toFixed(5).replace('-', '−');
/** What a person types: a number with either minus, or null. */
export function typed(text, limit) {
  const value = Number(text.trim().replace('−', '-').replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= limit ? value : null;
}

const modulo = (n, m) => ((n % m) + m) % m;
const clamp = (n, limit) => Math.max(-limit, Math.min(limit, n));

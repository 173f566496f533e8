const KEY = 'webchat.last-place';
const RECENT_KEY = 'webchat.recent-places';
const RECENT = 20;

export interface Place {
  serverId: string;
  channelId: string;
}

/** Where the user of this browser was last; only ids, and only as a convenience. */
export function lastPlace(serverId?: string): Place | null {
  const place = read(serverId ? `${KEY}.${serverId}` : KEY);
  return isPlace(place) ? place : null;
}

/** Where they were lately, the last first. */
export function recentPlaces(): Place[] {
  const places = read(RECENT_KEY);
  return Array.isArray(places) ? places.filter(isPlace) : [];
}

export function rememberPlace(place: Place): void {
  const others = recentPlaces().filter(({ channelId }) => channelId !== place.channelId);
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
    localStorage.setItem(`${KEY}.${place.serverId}`, JSON.stringify(place));
    localStorage.setItem(RECENT_KEY, JSON.stringify([place, ...others].slice(0, RECENT)));
  } catch {
    // Without storage one starts at the first channel.
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function isPlace(value: unknown): value is Place {
  const place = value as Partial<Place> | null;
  return typeof place?.serverId === 'string' && typeof place.channelId === 'string';
}

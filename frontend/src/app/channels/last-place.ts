const KEY = 'webchat.last-place';

export interface Place {
  serverId: string;
  channelId: string;
}

/** Where the user of this browser was last; only ids, and only as a convenience. */
export function lastPlace(serverId?: string): Place | null {
  try {
    const place = JSON.parse(localStorage.getItem(serverId ? `${KEY}.${serverId}` : KEY) ?? 'null') as Place | null;
    return place && typeof place.serverId === 'string' && typeof place.channelId === 'string' ? place : null;
  } catch {
    return null;
  }
}

export function rememberPlace(place: Place): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
    localStorage.setItem(`${KEY}.${place.serverId}`, JSON.stringify(place));
  } catch {
    // Without storage one starts at the first channel.
  }
}

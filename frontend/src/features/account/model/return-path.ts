const HOME = '/channels';

/** Of no page: only to see whether an address leaves where it is. */
const HERE = 'https://here.invalid';

/** Where to go after signing in: a path of this site, whatever the query says, as browsers read it: they pass over tabs and line breaks. */
export function returnPath(next: string | null): string {
  if (next === null || !next.startsWith('/') || !URL.canParse(next, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(next, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : HOME;
}

/** The given sign-in page, with the way back. */
export function withReturn(page: '/login' | '/signup', next: string | null): string {
  const path = returnPath(next);
  return path === HOME ? page : `${page}?next=${encodeURIComponent(path)}`;
}

const HOME = '/channels';

/** Where to go after signing in: a path of this site, whatever the query says. */
export function returnPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : HOME;
}

/** The given sign-in page, with the way back. */
export function withReturn(page: '/login' | '/signup', next: string | null): string {
  const path = returnPath(next);
  return path === HOME ? page : `${page}?next=${encodeURIComponent(path)}`;
}

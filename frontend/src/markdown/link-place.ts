/** What may be an address: with a scheme, an at sign, or a full stop within it, also one of other scripts. */
const ADDRESS = /:\/\/|@|\S[.\u3002]\S/;

/**
 * Where a link leads, to be said beside its text: the host, or the address that is written to. Null unless the text says
 * something that may be taken for a place and is not that one; rather too often than too rarely.
 *
 * @param href an address that can be parsed
 */
export function placeBeside(text: string, href: string): string | null {
  const { protocol, host, pathname } = new URL(href);
  const place = protocol === 'mailto:' ? pathname : host;
  const places = text
    .normalize('NFKC')
    .split(/\s+/)
    .filter((word) => ADDRESS.test(word))
    .map((word) => (protocol === 'mailto:' ? word.replace(/^mailto:/i, '') : hostOf(word)));
  return places.every((said) => said === place) ? null : place;
}

/** Null for what is none, or has a name before it that can be taken for one. */
function hostOf(word: string): string | null {
  const address = word.includes('://') ? word : `https://${word}`;
  return !word.includes('@') && URL.canParse(address) ? new URL(address).host : null;
}

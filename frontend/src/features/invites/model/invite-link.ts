export function inviteLink(origin: string, code: string): string {
  return `${origin}/invite/${encodeURIComponent(code)}`;
}

/** The code in what somebody pasted: a whole link or the bare code; null if it can be neither. */
export function inviteCodeIn(text: string): string | null {
  const trimmed = text.trim();
  const code = /\/invite\/([^/?#\s]+)\/?(?:[?#]\S*)?$/.exec(trimmed)?.[1] ?? trimmed;
  return /^[\w-]{4,64}$/.test(code) ? code : null;
}

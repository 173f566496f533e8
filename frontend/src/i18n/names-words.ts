/** `Ada, Bo, Eve`: names beside each other, which make no sentence. */
export function namesWords(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names);
}

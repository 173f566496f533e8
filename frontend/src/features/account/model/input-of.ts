/**
 * What stands in the fields of a form. They are asked when it is sent: what somebody has written, or a password manager has
 * filled in, before the page has come to life has told no one that it changed.
 */
export function inputOf<N extends string>(form: HTMLFormElement, names: readonly N[]): Record<N, string> {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])) as Record<N, string>;
}

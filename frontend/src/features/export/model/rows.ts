const QUOTE = '"'.charCodeAt(0);
const NEWLINE = '\n'.charCodeAt(0);

/** Cuts text that arrives bit by bit into rows, each with its end. A row that is not whole waits for the rest of it. */
export class Rows {
  #rest = '';
  #isWithinQuotes = false;

  /** @param hasQuotes whether a row may go on after a line's end, within quotation marks */
  constructor(private readonly hasQuotes: boolean) {}

  push(text: string): string[] {
    const all = this.#rest + text;
    const rows: string[] = [];
    let start = 0;
    for (let at = this.#rest.length; at < all.length; at++) {
      const code = all.charCodeAt(at);
      if (code === QUOTE && this.hasQuotes) this.#isWithinQuotes = !this.#isWithinQuotes;
      if (code !== NEWLINE || this.#isWithinQuotes) continue;
      rows.push(all.slice(start, at + 1));
      start = at + 1;
    }
    this.#rest = all.slice(start);
    return rows;
  }
}

/** The cells of a row as RFC 4180 has them. */
export function cellsOf(row: string): string[] {
  const cells = row.trimEnd().matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

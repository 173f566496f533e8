import * as z from 'zod/mini';
import { cellsOf } from './rows';

export type FormatId = 'jsonl' | 'csv';

/** An empty cell says nothing. */
const textOrNull = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value || null),
);

/** What the app has to know of a row; the rest is for whoever reads the file. */
const rowSchema = z.object({
  kind: z.string(),
  /** The place after it. */
  cursor: textOrNull,
  /** Of the last row: whether that is all there is. */
  complete: z._default(z.boolean(), false),
  /** Of the last row: why it ended early. */
  problem: textOrNull,
});

export type Row = z.infer<typeof rowSchema>;

/** What an export looks like. */
export interface ExportFormat {
  readonly id: FormatId;
  readonly type: string;
  /** Whether the first row of each answer names the columns. */
  readonly hasHeader: boolean;
  /** Whether a row may have several lines, within quotation marks. */
  readonly hasQuotes: boolean;
  /** @param header the first row; empty where there is none */
  read(row: string, header: string): Row;
  /** The last row of a whole that was written by several requests. */
  end(row: string, messages: number): string;
}

export const FORMATS: Readonly<Record<FormatId, ExportFormat>> = {
  jsonl: {
    id: 'jsonl',
    type: 'application/x-ndjson',
    hasHeader: false,
    hasQuotes: false,
    read: (row) => rowSchema.parse(JSON.parse(row)),
    end: (row, messages) => `${JSON.stringify({ ...(JSON.parse(row) as object), messages })}\n`,
  },
  csv: {
    id: 'csv',
    type: 'text/csv',
    hasHeader: true,
    hasQuotes: true,
    read: (row, header) => {
      const cells = cellsOf(row);
      const named = Object.fromEntries(cellsOf(header).map((name, index) => [name, cells[index] ?? '']));
      return rowSchema.parse({ ...named, complete: named['complete'] === 'true' });
    },
    end: (row) => row,
  },
};

/** `general 2026-01-31.csv`: what it is of, and when it was made. */
export function fileNameOf(name: string, format: ExportFormat, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  // What file systems refuse, wherever it is saved; nor does a name begin with a dot.
  const harmless = name.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '-').replace(/^[\s.]+/, '');
  return `${harmless} ${day.join('-')}.${format.id}`.trimStart();
}

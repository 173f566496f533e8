import type { OperatedGeneration } from '../api/views';

export interface Progress {
  /** From 0 to 1. */
  part: number;
  /** Seconds until nothing is left at the present rate; null while nobody can say. */
  left: number | null;
}

/** How far a generation is on its way through the log, which goes on growing meanwhile. */
export function progressOf({ applied, lagRecords, rate }: OperatedGeneration): Progress {
  const total = applied + lagRecords;
  if (lagRecords === 0) return { part: 1, left: 0 };
  return { part: applied / total, left: rate !== null && rate > 0 ? lagRecords / rate : null };
}

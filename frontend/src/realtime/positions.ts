/** Per stream, the offset of the next event that this client has not had. */
export type Positions = Readonly<Record<string, number>>;

/** Whether the client has had the event at this place already. */
export function isKnown(positions: Positions, stream: string, offset: number): boolean {
  return offset < (positions[stream] ?? 0);
}

export function afterEvent(positions: Positions, stream: string, offset: number): Positions {
  return { ...positions, [stream]: offset + 1 };
}

/** Positions only ever move forward. */
export function advanced(positions: Positions, to: Positions): Positions {
  const result: Record<string, number> = { ...positions };
  for (const [stream, position] of Object.entries(to)) {
    result[stream] = Math.max(result[stream] ?? 0, position);
  }
  return result;
}

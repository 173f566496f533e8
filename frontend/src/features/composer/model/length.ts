import { isVisible } from '@/contracts/visible';

export const MAX_LENGTH = 4_000;
const SHOWN_FROM = 3_600;

export interface Length {
  /** How many characters are left, once that is worth knowing. */
  left: number | null;
  sendable: boolean;
}

/** Lengths are counted in code points, as the services do. */
export function lengthOf(content: string): Length {
  const length = [...content].length;
  return {
    left: length >= SHOWN_FROM ? MAX_LENGTH - length : null,
    sendable: length <= MAX_LENGTH && isVisible(content),
  };
}

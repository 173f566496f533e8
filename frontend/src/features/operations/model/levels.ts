import type { Alert } from '../api/fetch-alerts';

/** How much it matters: `bad` means that somebody has to act. */
export type Level = 'good' | 'watch' | 'bad' | 'unknown';

/** What the alert ConsumerLagHigh waits for. */
export const LAG_THRESHOLD_SECONDS = 30;

const WATCH_SECONDS = 5;

export function lagLevel(seconds: number | null): Level {
  if (seconds === null) return 'unknown';
  if (seconds > LAG_THRESHOLD_SECONDS) return 'bad';
  return seconds > WATCH_SECONDS ? 'watch' : 'good';
}

export function alertLevel({ severity, state }: Pick<Alert, 'severity' | 'state'>): Level {
  return severity === 'critical' && state === 'firing' ? 'bad' : 'watch';
}

const ORDER: readonly Level[] = ['good', 'unknown', 'watch', 'bad'];

/** The worst of some; good if there are none. */
export function worst(levels: readonly Level[]): Level {
  return levels.reduce<Level>((one, other) => (ORDER.indexOf(other) > ORDER.indexOf(one) ? other : one), 'good');
}

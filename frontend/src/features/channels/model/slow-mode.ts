import { durationWords } from '@/i18n/duration-words';
import type { Translate } from '@/i18n/translate';

/** The waits that one may choose, in seconds. */
export const SLOW_MODES = [0, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600];

export function slowModeLabel(seconds: number, t: Translate, locale: string): string {
  if (seconds === 0) return t('channels.slowModeOff');
  return durationWords(seconds, locale);
}

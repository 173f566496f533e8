import type { Translate } from '@/i18n/translate';

/** What a place shows of what is unread in it. */
export interface Badge {
  /** Shown bold. */
  readonly unread: boolean;
  /** Shown as a number; 0 for none. */
  readonly mentions: number;
  readonly muted: boolean;
}

export const NO_BADGE: Badge = { unread: false, mentions: 0, muted: false };

/** In words, for those who hear it; empty if there is nothing to say. */
export function badgeWords({ unread, mentions, muted }: Badge, t: Translate): string {
  if (mentions > 0) return t('common.mentions', { count: mentions });
  return unread ? t('common.unread') : muted ? t('common.muted') : '';
}

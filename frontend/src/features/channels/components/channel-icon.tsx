import { Hash, Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** A private channel is told by its shape, and by a word to those who do not see it. */
export function ChannelIcon({ isPrivate, size = 18 }: { isPrivate: boolean; size?: number }) {
  const t = useTranslations();
  return isPrivate ? (
    <Lock size={size} aria-label={t('channels.private')} role="img" />
  ) : (
    <Hash size={size} aria-hidden />
  );
}

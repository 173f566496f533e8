'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCalledAll } from '@/profiles/called';
import { useWatchedChannel } from '@/presence/use-presence';
import { typists } from '../model/typists';
import styles from './typing-line.module.css';

const NOBODY: readonly string[] = [];
/** More names than these say less than "several". */
const NAMED = 2;

interface Props {
  channelId: string;
  threadId: string | null;
}

/**
 * Who is writing, in a line that is there when nobody is. It is not announced: to hear it again and again would be
 * worse than not to know.
 */
export function TypingLine({ channelId, threadId }: Props) {
  const t = useTranslations();
  useWatchedChannel(channelId);
  const writing = useSyncExternalStore(
    typists.subscribe,
    () => typists.in(channelId, threadId),
    () => NOBODY,
  );
  const names = useCalledAll(writing.slice(0, NAMED));
  if (writing.length === 0) return null;
  return (
    <span className={styles.line} data-typing>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span className={styles.words}>{writing.length > NAMED ? t('typing.several') : <Named names={names} />}</span>
    </span>
  );
}

function Named({ names }: { names: readonly string[] }) {
  const t = useTranslations();
  const [first, second] = names;
  const b = (name: ReactNode) => <strong dir="auto">{name}</strong>;
  return second === undefined
    ? t.rich('typing.one', { name: first ?? '', b })
    : t.rich('typing.two', { first: first ?? '', second, b });
}

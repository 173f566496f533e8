'use client';

import { useLocale, useTranslations } from 'use-intl';
import { ColoredName } from '@/components/ui/colored-name';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { messageTime } from '../model/times';
import { Attachments } from './attachments';
import { MessageText } from './message-text';
import { MessageTime } from './message-time';
import styles from './thread-root.module.css';

/** Stands above the messages of a thread: what it hangs on. */
export function ThreadRoot({ root }: { root: Message | null | undefined }) {
  const t = useTranslations();
  if (!root) return null;
  return (
    <section className={styles.root} aria-label={t('timeline.threadRoot')}>
      {root.isDeleted ? <p className={styles.deleted}>{t('timeline.deleted')}</p> : <Said root={root} />}
      <p className={styles.count}>{t('timeline.replies', { count: root.thread?.messages ?? 0 })}</p>
    </section>
  );
}

function Said({ root }: { root: Message }) {
  const locale = useLocale();
  const { name, color } = useCalled(root.authorId);
  return (
    <>
      <header className={styles.header}>
        <PersonAvatar userId={root.authorId} name={name} size="small" />
        <ColoredName name={name} color={color} className={styles.name} />
        <MessageTime className={styles.time} at={root.at} text={messageTime(root.at, new Date(), locale)} />
      </header>
      <div className={styles.text} dir="auto">
        <MessageText content={root.content} mentions={root.mentions} />
      </div>
      {root.attachments.length > 0 && <Attachments channelId={root.channelId} attachments={root.attachments} />}
    </>
  );
}

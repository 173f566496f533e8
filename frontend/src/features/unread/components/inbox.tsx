'use client';

import { Inbox as InboxIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { Popover } from '@/components/ui/popover';
import styles from './inbox.module.css';
import type { MentionsProps } from './mentions';

const Mentions = onDemand(() => import('./mentions').then((module) => module.Mentions));

interface Props extends MentionsProps {
  /** How many mentions are unread, everywhere. */
  unread: number;
}

/** Who called one, the latest first, and the way to each. */
export function Inbox({ unread, placeOf, textOf, onOpen }: Props) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('unread.inboxLabel')}
      side="right"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          label={unread > 0 ? t('unread.inboxUnread', { count: unread }) : t('unread.inbox')}
          side="right"
          className={styles.button}
          onFocus={Mentions.prefetch}
          onPointerEnter={Mentions.prefetch}
        >
          <InboxIcon size={20} aria-hidden />
        </IconButton>
      }
    >
      <h2 className={styles.title}>{t('unread.mentions')}</h2>
      <Mentions
        placeOf={placeOf}
        textOf={textOf}
        onOpen={(mention) => {
          setOpen(false);
          onOpen(mention);
        }}
      />
    </Popover>
  );
}

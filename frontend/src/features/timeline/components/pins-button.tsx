'use client';

import { Pin } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { Popover } from '@/components/ui/popover';
import { useConversation } from './conversation-context';
import styles from './pins-button.module.css';

const Pins = onDemand(() => import('./pins').then((module) => module.Pins));

/** The pinned messages of a channel, and the way to each. */
export function PinsButton({ channelId }: { channelId: string }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const { onJump } = useConversation();
  return (
    <Popover
      label={t('timeline.pins')}
      side="bottom"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={t('timeline.pins')} onFocus={Pins.prefetch} onPointerEnter={Pins.prefetch}>
          <Pin size={18} aria-hidden />
        </IconButton>
      }
    >
      <h2 className={styles.title}>{t('timeline.pins')}</h2>
      <Pins
        channelId={channelId}
        onOpen={(message) => {
          setOpen(false);
          onJump(message);
        }}
      />
    </Popover>
  );
}

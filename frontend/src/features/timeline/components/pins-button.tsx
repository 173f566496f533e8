'use client';

import { useQuery } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { messageTime } from '../model/times';
import { pinsQuery } from '../model/timeline-store';
import { useConversation } from './conversation-context';
import { Excerpt } from './excerpt';
import styles from './pins-button.module.css';

/** The pinned messages of a channel, and the way to each. */
export function PinsButton({ channelId }: { channelId: string }) {
  const [open, setOpen] = useState(false);
  const { onJump } = useConversation();
  return (
    <Popover
      label="Pinned messages"
      side="bottom"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label="Pinned messages">
          <Pin size={18} aria-hidden />
        </IconButton>
      }
    >
      <h2 className={styles.title}>Pinned messages</h2>
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

function Pins({ channelId, onOpen }: { channelId: string; onOpen(message: Message): void }) {
  const { data: pins, isError } = useQuery(pinsQuery(channelId));
  if (pins === undefined) {
    return <p className={styles.hint}>{isError ? 'The pinned messages could not be loaded.' : 'Loading …'}</p>;
  }
  if (pins.length === 0) {
    return <p className={styles.hint}>Nothing is pinned yet. Pin what everybody should find again.</p>;
  }
  return (
    <ul className={styles.list}>
      {pins.map((message) => (
        <li key={message.messageId}>
          <PinnedMessage message={message} onOpen={() => onOpen(message)} />
        </li>
      ))}
    </ul>
  );
}

function PinnedMessage({ message, onOpen }: { message: Message; onOpen(): void }) {
  const { name } = useCalled(message.authorId);
  return (
    <button type="button" className={styles.pin} onClick={onOpen}>
      <Avatar id={message.authorId} name={name} size="small" />
      <span className={styles.about}>
        <span className={styles.head}>
          <span className={styles.name}>{name}</span>
          <time className={styles.time} dateTime={message.at}>
            {messageTime(message.at, new Date())}
          </time>
        </span>
        <span className={styles.text}>
          <Excerpt message={message} />
        </span>
      </span>
    </button>
  );
}

'use client';

import { SendHorizontal, Timer } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { draftOf, keepDraft } from '../model/drafts';
import { lengthOf } from '../model/length';
import { remaining, type Obstacle } from '../model/obstacle';
import styles from './composer.module.css';
import { ObstacleNote } from './obstacle-note';

interface Props {
  channelId: string;
  channelName: string;
  /** What stands in the way of writing, as of a moment. */
  obstacle?: Obstacle | null;
  now?: number;
  onSend(content: string): void;
}

/** Where one writes. Mount it anew for each channel: it brings back that channel's draft and takes the focus. */
export function Composer({ channelId, channelName, obstacle = null, now = 0, onSend }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [content, setContent] = useState(() => draftOf(channelId));
  const { left, sendable: hasContent } = lengthOf(content);
  const waits = obstacle?.because === 'slow-mode';
  const sendable = hasContent && !waits;
  const noteId = useId();

  useEffect(() => {
    // A screen keyboard that jumps up unasked hides what one came to read.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [content]);

  function write(text: string) {
    setContent(text);
    keepDraft(channelId, text);
  }

  function send(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (!sendable) return;
    onSend(content.trim());
    write('');
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter also confirms what an input method composes; that is not for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  }

  if (obstacle && !waits) {
    return (
      <div className={styles.composer}>
        <ObstacleNote obstacle={obstacle} now={now} channelName={channelName} />
      </div>
    );
  }

  return (
    <form className={styles.composer} onSubmit={send}>
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          value={content}
          placeholder={`Message #${channelName}`}
          aria-label={`Message #${channelName}`}
          aria-describedby={left === null ? undefined : noteId}
          aria-invalid={left !== null && left < 0}
          onChange={({ target }) => write(target.value)}
          onKeyDown={onKeyDown}
        />
        <IconButton label="Send message" side="top" type="submit" disabled={!sendable} className={styles.send}>
          <SendHorizontal size={18} aria-hidden />
        </IconButton>
      </div>
      <p className={styles.note}>
        {waits && (
          <span className={styles.slow} role="timer">
            <Timer size={14} aria-hidden />
            Slow mode: you can send in {remaining(obstacle.until, now)}
          </span>
        )}
        <span className={styles.keys}>
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd> + <kbd>Enter</kbd> begins a new line
        </span>
        {left !== null && (
          <span id={noteId} className={left < 0 ? styles.over : styles.left} role="status">
            {left < 0 ? `${characters(-left)} too many` : `${characters(left)} left`}
          </span>
        )}
      </p>
    </form>
  );
}

function characters(count: number): string {
  return `${new Intl.NumberFormat().format(count)} ${count === 1 ? 'character' : 'characters'}`;
}

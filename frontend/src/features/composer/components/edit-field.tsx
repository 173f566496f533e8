'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { decodeMentions, encodeMentions, type Mentionable } from '@/contracts/mentions';
import { lengthOf } from '../model/length';
import type { Suggestion } from '../model/suggestions';
import styles from './edit-field.module.css';
import { MentionField } from './mention-field';

interface Props {
  content: string;
  suggestions: readonly Suggestion[];
  onSave(content: string): void;
  onCancel(): void;
}

/** Where a message is written anew, in its place. */
export function EditField({ content, suggestions, onSave, onCancel }: Props) {
  const t = useTranslations();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => decodeMentions(content, suggestions));
  const [picked, setPicked] = useState<readonly Mentionable[]>(() =>
    suggestions.filter(({ token }) => content.includes(token)),
  );
  const { sendable, left } = lengthOf(text);

  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
    element?.scrollIntoView({ block: 'nearest' });
  }, []);

  function save() {
    if (sendable) onSave(encodeMentions(text.trim(), [...picked, ...suggestions]));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) save();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.edit}>
      <div className={styles.box}>
        <MentionField
          field={field}
          value={text}
          suggestions={suggestions}
          aria-label={t('composer.edit')}
          onWrite={setText}
          onPicked={(suggestion) => setPicked((before) => [suggestion, ...before])}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className={styles.note}>
        {t.rich('composer.editKeys', {
          cancel: (text) => (
            <button type="button" onClick={onCancel}>
              {text}
            </button>
          ),
          save: (text) => (
            <button type="button" disabled={!sendable} onClick={save}>
              {text}
            </button>
          ),
        })}
        {left !== null && left < 0 && <span role="status"> · {t('composer.tooMany', { count: -left })}</span>}
      </p>
    </div>
  );
}

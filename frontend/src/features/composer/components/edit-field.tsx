'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useTouch } from '@/components/ui/use-media';
import { decodeMentions, encodeMentions, type Mentionable } from '@/contracts/mentions';
import { useFormErrors } from '@/http/use-form-errors';
import { drafts, editKey } from '../model/drafts';
import { lengthOf } from '../model/length';
import { isSending } from '../model/sending';
import type { Suggestion } from '../model/suggestions';
import styles from './edit-field.module.css';
import { MentionField } from './mention-field';

interface Props {
  messageId: string;
  content: string;
  suggestions: readonly Suggestion[];
  /** Whether one has asked for it, and not just come back to it. */
  takesFocus?: boolean;
  /** Rejects if the message stays as it was. */
  onSave(content: string): Promise<void>;
  onCancel(): void;
}

/**
 * Where a message is written anew, in its place. What is written is kept until the services have accepted it, or one gives it
 * up: it is there again after a failure, a reload, or a look at another channel.
 */
export function EditField({ messageId, content, suggestions, takesFocus = true, onSave, onCancel }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const touch = useTouch();
  const field = useRef<HTMLTextAreaElement>(null);
  const key = editKey(messageId);
  const [before] = useState(() => decodeMentions(content, suggestions));
  const [text, setText] = useState(() => drafts.of(key) || before);
  const [picked, setPicked] = useState<readonly Mentionable[]>(() =>
    suggestions.filter(({ token }) => content.includes(token)),
  );
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const encoded = encodeMentions(text.trim(), [...picked, ...suggestions]);
  const { sendable, left } = lengthOf(encoded);

  useEffect(() => {
    const element = field.current;
    element?.setSelectionRange(element.value.length, element.value.length);
    if (!takesFocus) return;
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus]);

  function write(next: string) {
    setText(next);
    drafts.write(key, next === before ? '' : next);
  }

  async function save() {
    if (!sendable || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSave(encoded);
      drafts.write(key, '');
    } catch (error) {
      setFailure(formErrors(error, []).general);
    }
    setBusy(false);
  }

  function cancel() {
    // What is on its way cannot be called back.
    if (busy) return;
    drafts.write(key, '');
    onCancel();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isSending(event, touch)) void save();
    else if (event.key === 'Escape') cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.edit} aria-busy={busy || undefined}>
      <div className={styles.box}>
        <MentionField
          field={field}
          value={text}
          suggestions={suggestions}
          readOnly={busy}
          enterKeyHint={touch ? 'enter' : 'done'}
          aria-label={t('composer.edit')}
          aria-invalid={left !== null && left < 0}
          onWrite={write}
          onPicked={(suggestion) => setPicked((all) => [suggestion, ...all])}
          onKeyDown={onKeyDown}
        />
      </div>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          <CircleAlert size={16} aria-hidden />
          <span>{t('composer.notSaved', { reason: failure })}</span>
          <button type="button" disabled={!sendable} onClick={() => void save()}>
            {t('common.tryAgain')}
          </button>
        </p>
      )}
      <p className={styles.note}>
        {t.rich(touch ? 'composer.editWays' : 'composer.editKeys', {
          cancel: (words) => (
            <button type="button" disabled={busy} onClick={cancel}>
              {words}
            </button>
          ),
          save: (words) => (
            <button type="button" disabled={!sendable || busy} onClick={() => void save()}>
              {words}
            </button>
          ),
        })}
        {busy && <span role="status"> · {t('composer.saving')}</span>}
        {left !== null && left < 0 && <span role="status"> · {t('composer.tooMany', { count: -left })}</span>}
      </p>
    </div>
  );
}

'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { inviteCodeIn } from '../model/invite-link';
import styles from './join-dialog.module.css';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Shows the invitation, where one decides about it. */
  onCode(code: string): void;
}

export function JoinDialog({ open, onOpenChange, onCode }: Props) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('invites.joinTitle')} description={t('invites.joinText')}>
      <JoinForm onCode={onCode} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

function JoinForm({ onCode, onCancel }: Pick<Props, 'onCode'> & { onCancel(): void }) {
  const t = useTranslations();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = inviteCodeIn(text);
    if (code === null) setRefused(true);
    else onCode(code);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('invites.link')}
        name="invite"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('invites.linkPlaceholder')}
        required
        value={text}
        error={refused ? t('invites.noLink') : undefined}
        onChange={({ target }) => {
          setText(target.value);
          setRefused(false);
        }}
      />
      <div className={styles.actions}>
        <Button look="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={text.trim() === ''}>
          {t('invites.continue')}
        </Button>
      </div>
    </form>
  );
}

'use client';

import { useState, type FormEvent } from 'react';
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
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Join a server"
      description="Paste the invite link that somebody sent you."
    >
      <JoinForm onCode={onCode} onCancel={() => onOpenChange(false)} />
    </Dialog>
  );
}

function JoinForm({ onCode, onCancel }: Pick<Props, 'onCode'> & { onCancel(): void }) {
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
        label="Invite link"
        name="invite"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://…/invite/…"
        required
        value={text}
        error={refused ? 'This is not an invite link.' : undefined}
        onChange={({ target }) => {
          setText(target.value);
          setRefused(false);
        }}
      />
      <div className={styles.actions}>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" disabled={text.trim() === ''}>
          Continue
        </Button>
      </div>
    </form>
  );
}

'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField, TextArea, TextField } from '@/components/ui/text-field';
import { nameOf, type Member } from '@/contracts/member';
import type { Server } from '@/contracts/server';
import { formErrors } from '@/http/field-errors';
import { useCommand } from '@/http/use-command';
import { banMember, type Ban } from '../api/ban-member';
import { changeNickname } from '../api/change-nickname';
import { kickMember } from '../api/kick-member';
import { timeOutMember } from '../api/time-out-member';
import { transferOwnership } from '../api/transfer-ownership';
import { DURATIONS } from '../model/durations';

export type MemberAction = 'nickname' | 'time-out' | 'kick' | 'ban' | 'transfer';

interface Props {
  server: Server;
  member: Member;
  onClose(): void;
}

/** Asks for what an action on a member needs. */
export function MemberDialog({ action, ...props }: Props & { action: MemberAction }) {
  switch (action) {
    case 'nickname':
      return <NicknameDialog {...props} />;
    case 'time-out':
      return <TimeOutDialog {...props} />;
    case 'kick':
      return <KickDialog {...props} />;
    case 'ban':
      return <BanDialog {...props} />;
    case 'transfer':
      return <TransferDialog {...props} />;
  }
}

function NicknameDialog({ server: { serverId }, member, onClose }: Props) {
  const [nickname, setNickname] = useState(member.nickname ?? '');
  const change = useCommand({
    serverId,
    run: (to: string, key) => changeNickname(serverId, member.userId, to, key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(change.error, ['nickname']);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Change nickname"
      description="What this member is called in this server."
    >
      <Form onSubmit={() => !change.isPending && change.mutate(nickname.trim())}>
        <FormError message={general} />
        <TextField
          label="Nickname"
          hint="Leave it empty for the display name."
          autoComplete="off"
          placeholder={member.displayName}
          maxLength={32}
          value={nickname}
          error={byField['nickname']}
          onChange={({ target }) => setNickname(target.value)}
        />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={change.isPending}>
            Save
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function TimeOutDialog({ server: { serverId }, member, onClose }: Props) {
  const [draft, setDraft] = useState({ seconds: 600, reason: '' });
  const timeOut = useCommand({
    serverId,
    run: ({ seconds, reason }: typeof draft, key) =>
      timeOutMember(serverId, member.userId, seconds, reason.trim(), key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(timeOut.error, ['seconds', 'reason']);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Time out ${nameOf(member)}`}
      description="For a while they may only read, and not write."
    >
      <Form onSubmit={() => !timeOut.isPending && timeOut.mutate(draft)}>
        <FormError message={general} />
        <SelectField
          label="How long"
          value={draft.seconds}
          error={byField['seconds']}
          onChange={({ target }) => setDraft({ ...draft, seconds: Number(target.value) })}
        >
          {DURATIONS.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </SelectField>
        <Reason value={draft.reason} error={byField['reason']} onChange={(reason) => setDraft({ ...draft, reason })} />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={timeOut.isPending}>
            Time out
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function KickDialog({ server: { serverId }, member, onClose }: Props) {
  const [reason, setReason] = useState('');
  const kick = useCommand({
    serverId,
    run: (why: string, key) => kickMember(serverId, member.userId, why, key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(kick.error, ['reason']);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Kick ${nameOf(member)}?`}
      description="They are no longer a member, and can join again by an invite."
    >
      <Form onSubmit={() => !kick.isPending && kick.mutate(reason.trim())}>
        <FormError message={general} />
        <Reason value={reason} error={byField['reason']} onChange={setReason} />
        <DangerousActions verb="Kick" busy={kick.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function BanDialog({ server: { serverId }, member, onClose }: Props) {
  const [draft, setDraft] = useState<Ban>({ reason: '', removeMessagesOfSeconds: 0 });
  const ban = useCommand({
    serverId,
    run: (asked: Ban, key) => banMember(serverId, member.userId, asked, key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(ban.error, ['reason', 'removeMessagesOfSeconds']);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Ban ${nameOf(member)}?`}
      description="They are no longer a member, and cannot join again until the ban is lifted."
    >
      <Form onSubmit={() => !ban.isPending && ban.mutate({ ...draft, reason: draft.reason.trim() })}>
        <FormError message={general} />
        <Reason value={draft.reason} error={byField['reason']} onChange={(reason) => setDraft({ ...draft, reason })} />
        <SelectField
          label="Delete their messages"
          hint="In the channels whose messages you manage."
          value={draft.removeMessagesOfSeconds}
          error={byField['removeMessagesOfSeconds']}
          onChange={({ target }) => setDraft({ ...draft, removeMessagesOfSeconds: Number(target.value) })}
        >
          {PASTS.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </SelectField>
        <DangerousActions verb="Ban" busy={ban.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

const PASTS = [
  { seconds: 0, label: 'None' },
  { seconds: 3_600, label: 'Of the last hour' },
  { seconds: 86_400, label: 'Of the last day' },
  { seconds: 604_800, label: 'Of the last week' },
];

function DangerousActions({ verb, busy, onClose }: { verb: string; busy: boolean; onClose(): void }) {
  return (
    <FormActions>
      <Button look="quiet" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" look="danger" busy={busy}>
        {verb}
      </Button>
    </FormActions>
  );
}

function TransferDialog({ server: { serverId, name }, member, onClose }: Props) {
  const transfer = useCommand({
    serverId,
    run: (_: null, key) => transferOwnership(serverId, member.userId, key),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Make ${nameOf(member)} the owner?`}
      description="They can then do everything here, and only they can give the server back to you."
      action="Transfer ownership"
      typed={name}
      busy={transfer.isPending}
      error={formErrors(transfer.error, []).general}
      onConfirm={() => transfer.mutate(null)}
    />
  );
}

interface ReasonProps {
  value: string;
  error: string | undefined;
  onChange(reason: string): void;
}

function Reason({ value, error, onChange }: ReasonProps) {
  return (
    <TextArea
      label="Reason"
      hint="Shown to the member and in the audit log. Optional."
      rows={2}
      maxLength={500}
      value={value}
      error={error}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

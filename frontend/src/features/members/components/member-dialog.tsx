'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField, TextArea, TextField } from '@/components/ui/text-field';
import { nameOf, type Member } from '@/contracts/member';
import type { Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { durationWords } from '@/i18n/duration-words';
import { banMember, type Ban } from '../api/ban-member';
import { changeNickname } from '../api/change-nickname';
import { kickMember } from '../api/kick-member';
import { timeOutMember } from '../api/time-out-member';
import { transferOwnership } from '../api/transfer-ownership';
import { DURATIONS } from '../model/durations';
import { MessagesLeftError, removeAll } from '../model/remove-all';

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
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [nickname, setNickname] = useState(member.nickname ?? '');
  const change = useCommand({
    serverId,
    run: (to: string, key) => changeNickname(serverId, member.userId, to, key),
    onDone: onClose,
  });
  const { byField, general } = formErrors(change.error, ['nickname']);
  return (
    <Dialog open onOpenChange={onClose} title={t('members.changeNickname')} description={t('members.nicknameText')}>
      <Form onSubmit={() => !change.isPending && change.mutate(nickname.trim())}>
        <FormError message={general} />
        <TextField
          label={t('members.nickname')}
          hint={t('members.nicknameHint')}
          autoComplete="off"
          placeholder={member.displayName}
          maxLength={32}
          value={nickname}
          error={byField['nickname']}
          onChange={({ target }) => setNickname(target.value)}
        />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" busy={change.isPending}>
            {t('common.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function TimeOutDialog({ server: { serverId }, member, onClose }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
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
      title={t('members.timeOutTitle', { name: nameOf(member) })}
      description={t('members.timeOutText')}
    >
      <Form onSubmit={() => !timeOut.isPending && timeOut.mutate(draft)}>
        <FormError message={general} />
        <SelectField
          label={t('members.howLong')}
          value={draft.seconds}
          error={byField['seconds']}
          onChange={({ target }) => setDraft({ ...draft, seconds: Number(target.value) })}
        >
          {DURATIONS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {durationWords(seconds, locale)}
            </option>
          ))}
        </SelectField>
        <Reason value={draft.reason} error={byField['reason']} onChange={(reason) => setDraft({ ...draft, reason })} />
        <FormActions>
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" busy={timeOut.isPending}>
            {t('members.timeOut')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function KickDialog({ server: { serverId }, member, onClose }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
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
      title={t('members.kickTitle', { name: nameOf(member) })}
      description={t('members.kickText')}
    >
      <Form onSubmit={() => !kick.isPending && kick.mutate(reason.trim())}>
        <FormError message={general} />
        <Reason value={reason} error={byField['reason']} onChange={setReason} />
        <DangerousActions verb={t('members.kick')} busy={kick.isPending} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function BanDialog({ server: { serverId }, member, onClose }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const [draft, setDraft] = useState<Ban>({ reason: '', removeMessagesOfSeconds: 0 });
  const ban = useCommand({
    serverId,
    run: (asked: Ban, key) => removeAll(() => banMember(serverId, member.userId, asked, key)),
    onDone: onClose,
  });
  const isLeft = ban.error instanceof MessagesLeftError;
  const { byField, general } = formErrors(ban.error, ['reason', 'removeMessagesOfSeconds']);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('members.banTitle', { name: nameOf(member) })}
      description={t('members.banText')}
    >
      <Form onSubmit={() => !ban.isPending && ban.mutate({ ...draft, reason: draft.reason.trim() })}>
        <FormError message={isLeft ? t('members.messagesLeft') : general} />
        <Reason value={draft.reason} error={byField['reason']} onChange={(reason) => setDraft({ ...draft, reason })} />
        <SelectField
          label={t('members.deleteTheirs')}
          hint={t('members.deleteTheirsHint')}
          value={draft.removeMessagesOfSeconds}
          error={byField['removeMessagesOfSeconds']}
          onChange={({ target }) => setDraft({ ...draft, removeMessagesOfSeconds: Number(target.value) })}
        >
          {PASTS.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {t(label)}
            </option>
          ))}
        </SelectField>
        <DangerousActions
          verb={t(isLeft ? 'members.deleteRest' : 'members.ban')}
          busy={ban.isPending}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

const PASTS = [
  { seconds: 0, label: 'members.deleteNone' },
  { seconds: 3_600, label: 'members.deleteHour' },
  { seconds: 86_400, label: 'members.deleteDay' },
  { seconds: 604_800, label: 'members.deleteWeek' },
] as const;

function DangerousActions({ verb, busy, onClose }: { verb: string; busy: boolean; onClose(): void }) {
  const t = useTranslations();
  return (
    <FormActions>
      <Button look="quiet" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" look="danger" busy={busy}>
        {verb}
      </Button>
    </FormActions>
  );
}

function TransferDialog({ server: { serverId, name }, member, onClose }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const transfer = useCommand({
    serverId,
    run: (_: null, key) => transferOwnership(serverId, member.userId, key),
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('members.transferTitle', { name: nameOf(member) })}
      description={t('members.transferText')}
      action={t('members.transfer')}
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
  const t = useTranslations();
  return (
    <TextArea
      label={t('members.reason')}
      hint={t('members.reasonHint')}
      rows={2}
      maxLength={500}
      value={value}
      error={error}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

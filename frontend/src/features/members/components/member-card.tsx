'use client';

import { Ban, Clock, Crown, DoorOpen, Pencil, Timer, TimerOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ColoredName } from '@/components/ui/colored-name';
import { FormError } from '@/components/ui/form-error';
import { colorOf } from '@/contracts/appearance';
import { nameOf, silentUntil, type Member } from '@/contracts/member';
import { isConversation, type Server } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { PresenceDot } from '@/presence/presence-dot';
import { PresentAvatar } from '@/presence/present-avatar';
import { useStatus, useWatchedPeople } from '@/presence/use-presence';
import { liftTimeOut } from '../api/lift-time-out';
import { endOf } from '../model/durations';
import { powersOver } from '../model/powers';
import { useNow } from '../model/use-now';
import styles from './member-card.module.css';
import type { MemberAction } from './member-dialog';
import { MemberRoles } from './member-roles';

interface Props {
  server: Server;
  member: Member;
  me: Member | undefined;
  /** Ways to talk to them. */
  contact?: ReactNode;
  onAct(action: MemberAction): void;
}

/** Who somebody is in a server, and what one may do about it. */
export function MemberCard({ server, member, me, contact, onAct }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
  const { serverId } = server;
  const name = nameOf(member);
  useWatchedPeople([member.userId]);
  const status = useStatus(member.userId);
  const now = useNow();
  const powers = powersOver(server, me, member, now);
  const silent = silentUntil(member, now);
  const lifting = useCommand({ serverId, run: (_: null, key) => liftTimeOut(serverId, member.userId, key) });

  return (
    <div className={styles.card}>
      <header className={styles.header}>
        <PresentAvatar userId={member.userId} name={name} size="large" />
        <div className={styles.names}>
          <h3 className={styles.name}>
            <ColoredName name={name} color={colorOf(server, member)} />
          </h3>
          <p className={styles.username} dir="auto">
            {member.nickname !== null && <>{member.displayName} · </>}@{member.username}
          </p>
        </div>
      </header>
      {member.statusText !== null && (
        <p className={styles.statusText} dir="auto">
          {member.statusText}
        </p>
      )}
      <p className={styles.fact}>
        <span className={styles.status}>
          <PresenceDot status={status} />
        </span>
        {t(`statuses.${status}`)}
      </p>
      {member.userId === server.ownerId && !isConversation(server) && (
        <p className={styles.fact}>
          <Crown size={16} aria-hidden className={styles.crown} />
          {t('members.owner')}
        </p>
      )}
      {silent && (
        <p className={styles.fact}>
          <Clock size={16} aria-hidden />
          {t('members.timedOutUntil', { time: endOf(silent, locale) })}
        </p>
      )}
      {member.userId !== me?.userId && contact}
      <MemberRoles server={server} member={member} changeable={powers.roles} />
      <FormError message={formErrors(lifting.error, []).general} />
      <ul className={styles.actions}>
        {powers.nickname && (
          <Action icon={<Pencil size={16} aria-hidden />} onClick={() => onAct('nickname')}>
            {t('members.changeNickname')}
          </Action>
        )}
        {powers.timeOut && silent && (
          <Action icon={<TimerOff size={16} aria-hidden />} onClick={() => lifting.mutate(null)}>
            {t('members.endTimeOut')}
          </Action>
        )}
        {powers.timeOut && !silent && (
          <Action icon={<Timer size={16} aria-hidden />} onClick={() => onAct('time-out')}>
            {t('members.timeOut')}
          </Action>
        )}
        {powers.transfer && (
          <Action icon={<Crown size={16} aria-hidden />} onClick={() => onAct('transfer')}>
            {t('members.makeOwner')}
          </Action>
        )}
        {powers.kick && (
          <Action danger icon={<DoorOpen size={16} aria-hidden />} onClick={() => onAct('kick')}>
            {t('members.kick')}
          </Action>
        )}
        {powers.ban && (
          <Action danger icon={<Ban size={16} aria-hidden />} onClick={() => onAct('ban')}>
            {t('members.ban')}
          </Action>
        )}
      </ul>
    </div>
  );
}

interface ActionProps {
  icon: ReactNode;
  danger?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Action({ icon, danger = false, onClick, children }: ActionProps) {
  return (
    <li>
      <button type="button" className={`${styles.action} ${danger ? styles.danger : ''}`} onClick={onClick}>
        {icon}
        {children}
      </button>
    </li>
  );
}

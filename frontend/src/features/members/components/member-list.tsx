'use client';

import { Clock, Crown } from 'lucide-react';
import { useId, useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ColoredName } from '@/components/ui/colored-name';
import { Skeleton } from '@/components/ui/skeleton';
import { colorOf } from '@/contracts/appearance';
import { nameOf, silentUntil, type Member } from '@/contracts/member';
import { isConversation, type Role, type Server } from '@/contracts/server';
import type { Translate } from '@/i18n/translate';
import { PresentAvatar } from '@/presence/present-avatar';
import { usePresences, useWatchedPeople } from '@/presence/use-presence';
import { groupsOf } from '../model/groups';
import { useNow } from '../model/use-now';
import { MemberButton } from './member-button';
import styles from './member-list.module.css';

interface Props {
  /** Undefined while it loads. */
  server: Server | undefined;
  members: readonly Member[] | undefined;
  me: Member | undefined;
  failed: boolean;
  onRetry(): void;
  /** Ways to talk to somebody, on their card. */
  contact?(userId: string): ReactNode;
}

/** The people of a server who see a channel: who is there, under their roles, and who is not. */
export function MemberList({ server, members, me, failed, onRetry, contact }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  useWatchedPeople(members?.map(({ userId }) => userId) ?? []);
  const presences = usePresences();
  const statusId = useId();
  const groups = useMemo(() => {
    const isThere = presences && ((userId: string) => presences.has(userId));
    return server && members ? groupsOf(server, members, isThere, locale) : null;
  }, [server, members, presences, locale]);
  const now = useNow();

  return (
    <aside className={styles.pane} aria-labelledby="members-title">
      <h2 id="members-title" className="visually-hidden">
        {t('members.title')}
      </h2>
      {groups === null && !failed && <Loading />}
      {groups === null && failed && (
        <div className={styles.error}>
          <p>{t('members.notLoaded')}</p>
          <Button look="plain" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        </div>
      )}
      {server && groups && (
        // One list, so that who moves to another role keeps the card that is open.
        <ul aria-labelledby="members-title">
          {groups.flatMap(({ role, members: ofRole }) => [
            <li key={role?.roleId ?? 'offline'} className={styles.group}>
              <h3 className={styles.title}>
                <span className={styles.role}>{titleOf(role, server, t)}</span>
                <span className={styles.count}>{ofRole.length}</span>
              </h3>
            </li>,
            ...ofRole.map((member) => (
              <li key={member.userId}>
                <MemberButton server={server} member={member} me={me} contact={contact}>
                  <button
                    type="button"
                    className={styles.member}
                    data-offline={role === null || undefined}
                    aria-describedby={`${statusId}-${member.userId}`}
                  >
                    <PresentAvatar userId={member.userId} name={nameOf(member)} />
                    <span className={styles.about}>
                      <ColoredName name={nameOf(member)} color={colorOf(server, member)} className={styles.name} />
                      {member.statusText !== null && (
                        <span className={styles.statusText} dir="auto">
                          {member.statusText}
                        </span>
                      )}
                    </span>
                    {member.userId === server.ownerId && !isConversation(server) && (
                      <Crown size={14} role="img" aria-label={t('members.owner')} className={styles.owner} />
                    )}
                    {silentUntil(member, now) && (
                      <Clock size={14} role="img" aria-label={t('members.timedOut')} className={styles.silent} />
                    )}
                  </button>
                </MemberButton>
                <span id={`${statusId}-${member.userId}`} hidden>
                  {t(`statuses.${presences?.get(member.userId) ?? 'offline'}`)}
                </span>
              </li>
            )),
          ])}
        </ul>
      )}
    </aside>
  );
}

function titleOf(role: Role | null, { serverId }: Server, t: Translate): string {
  if (role === null) return t('members.offline');
  return role.roleId === serverId ? t('members.title') : role.name;
}

function Loading() {
  return (
    <ul aria-busy>
      {[96, 128, 80].map((width) => (
        <li key={width} className={styles.member}>
          <Skeleton width={28} height={28} round />
          <Skeleton width={width} />
        </li>
      ))}
    </ul>
  );
}

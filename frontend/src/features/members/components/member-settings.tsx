'use client';

import { Clock, Crown, Ellipsis } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ColoredName } from '@/components/ui/colored-name';
import { IconButton } from '@/components/ui/icon-button';
import { LoadFailure } from '@/components/ui/load-failure';
import { RoleChip } from '@/components/ui/role-chip';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { colorOf } from '@/contracts/appearance';
import { nameOf, silentUntil, type Member } from '@/contracts/member';
import { rolesOf } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import { PersonAvatar } from '@/profiles/person-avatar';
import { found, groupsOf } from '../model/groups';
import { useNow } from '../model/use-now';
import { MemberButton } from './member-button';
import styles from './member-settings.module.css';

interface Props {
  server: Server;
  /** Undefined while they load. */
  members: readonly Member[] | undefined;
  me: Member | undefined;
  /** Where there are more members than are listed, those with a name are searched for; null where there are not. */
  search: MemberSearch | null;
}

/** Searches for members who are not listed yet: they are as soon as they are found. */
export interface MemberSearch {
  readonly searching: boolean;
  readonly failed: boolean;
  onSearch(text: string): void;
  onRetry(): void;
}

/** So many are found at most. */
const FOUND = 100;

/** Everybody in a server, to be found, given roles and, at worst, removed. */
export function MemberSettings({ server, members, me, search }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const [text, setText] = useState('');
  const now = useNow();
  const shown = useMemo(
    () => groupsOf(server, found(members ?? [], text), null, locale).flatMap((group) => group.members),
    [server, members, text, locale],
  );

  const isMore = search !== null && (text.trim() === '' || shown.length >= FOUND);
  const searching = search?.searching ?? false;

  return (
    <>
      <SearchField
        label={t('members.search')}
        placeholder={t('members.searchByName')}
        value={text}
        onChange={(typed) => {
          setText(typed);
          search?.onSearch(typed);
        }}
        count={
          members && !searching
            ? t(isMore ? 'common.manyMembers' : 'common.members', { count: shown.length })
            : undefined
        }
      />
      {(members === undefined || (searching && shown.length === 0)) && <Skeleton width="100%" height={52} />}
      {members !== undefined && !searching && shown.length === 0 && !search?.failed && (
        <p className={styles.none}>{t('members.nobody')}</p>
      )}
      {search?.failed && <LoadFailure message={t('members.notSearched')} onRetry={search.onRetry} />}
      <ul className={styles.list}>
        {shown.map((member) => (
          <li key={member.userId} className={styles.member}>
            <PersonAvatar userId={member.userId} name={nameOf(member)} />
            <div className={styles.names}>
              <ColoredName name={nameOf(member)} color={colorOf(server, member)} className={styles.name} />
              <span className={styles.username} dir="auto">
                @{member.username}
              </span>
            </div>
            <div className={styles.roles}>
              {member.userId === server.ownerId && (
                <span className={styles.fact}>
                  <Crown size={16} aria-hidden className={styles.crown} />
                  {t('members.ownerShort')}
                </span>
              )}
              {silentUntil(member, now) && (
                <span className={styles.fact}>
                  <Clock size={16} aria-hidden />
                  {t('members.timedOut')}
                </span>
              )}
              {rolesOf(server, member)
                .filter(({ roleId }) => roleId !== server.serverId)
                .map(({ roleId, name, color }) => (
                  <RoleChip key={roleId} name={name} color={color} />
                ))}
            </div>
            <MemberButton server={server} member={member} me={me}>
              <IconButton label={t('members.manage', { name: nameOf(member) })} side="top">
                <Ellipsis size={18} aria-hidden />
              </IconButton>
            </MemberButton>
          </li>
        ))}
      </ul>
    </>
  );
}

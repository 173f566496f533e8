'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { PersonAvatar } from '@/profiles/person-avatar';
import { named, type Person } from '../model/people';
import styles from './people-picker.module.css';

interface Props {
  /** Undefined while they load. */
  people: readonly Person[] | undefined;
  picked: readonly string[];
  /** How many may be picked at most. */
  limit: number;
  onPick(userIds: readonly string[]): void;
  /** There may be others with the name that is typed: they are being looked for. */
  searching?: boolean | undefined;
  onSearch?: ((text: string) => void) | undefined;
}

/** Some of those one knows. */
export function PeoplePicker({ people, picked, limit, onPick, searching = false, onSearch }: Props) {
  const t = useTranslations();
  const [text, setText] = useState('');
  const shown = people && named(people, text);
  const isFull = picked.length >= limit;
  return (
    <div className={styles.picker}>
      <SearchField
        label={t('conversations.searchPeople')}
        placeholder={t('conversations.searchByName')}
        value={text}
        onChange={(typed) => {
          setText(typed);
          onSearch?.(typed);
        }}
        count={picked.length > 0 ? t('conversations.picked', { count: picked.length, limit }) : undefined}
      />
      <ul className={styles.list} aria-label={t('conversations.people')}>
        {(shown === undefined || (searching && shown.length === 0)) && <Skeleton width="100%" height={44} />}
        {shown?.map(({ userId, name, username }) => {
          const isPicked = picked.includes(userId);
          return (
            <li key={userId}>
              <label className={styles.person} data-full={(isFull && !isPicked) || undefined}>
                <input
                  type="checkbox"
                  className="visually-hidden"
                  checked={isPicked}
                  disabled={isFull && !isPicked}
                  onChange={() => onPick(isPicked ? picked.filter((other) => other !== userId) : [...picked, userId])}
                />
                <PersonAvatar userId={userId} name={name} size="small" />
                <span className={styles.name} dir="auto">
                  {name}
                </span>
                <span className={styles.username} dir="auto">
                  @{username}
                </span>
                <span className={styles.box}>
                  <Check size={14} strokeWidth={3} aria-hidden />
                </span>
              </label>
            </li>
          );
        })}
        {shown?.length === 0 && !searching && (
          <li className={styles.none}>
            {people?.length === 0 ? t('conversations.nobodyShares') : t('conversations.nobodyCalled')}
          </li>
        )}
      </ul>
    </div>
  );
}

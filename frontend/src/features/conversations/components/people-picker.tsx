'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { named, type Person } from '../model/people';
import styles from './people-picker.module.css';

interface Props {
  /** Undefined while they load. */
  people: readonly Person[] | undefined;
  picked: readonly string[];
  /** How many may be picked at most. */
  limit: number;
  onPick(userIds: readonly string[]): void;
}

/** Some of those one knows. */
export function PeoplePicker({ people, picked, limit, onPick }: Props) {
  const [text, setText] = useState('');
  const shown = people && named(people, text);
  const isFull = picked.length >= limit;
  return (
    <div className={styles.picker}>
      <SearchField
        label="Search people"
        placeholder="Search by name"
        value={text}
        onChange={setText}
        count={picked.length > 0 ? `${picked.length} of ${limit}` : undefined}
      />
      <ul className={styles.list} aria-label="People">
        {shown === undefined && <Skeleton width="100%" height={44} />}
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
                <Avatar id={userId} name={name} size="small" />
                <span className={styles.name}>{name}</span>
                <span className={styles.username}>@{username}</span>
                <span className={styles.box}>
                  <Check size={14} strokeWidth={3} aria-hidden />
                </span>
              </label>
            </li>
          );
        })}
        {shown?.length === 0 && (
          <li className={styles.none}>
            {people?.length === 0 ? 'You share a server with nobody else yet.' : 'Nobody you know is called that.'}
          </li>
        )}
      </ul>
    </div>
  );
}

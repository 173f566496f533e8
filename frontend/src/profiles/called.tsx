'use client';

import { createContext, useContext } from 'react';
import { useTranslations } from 'use-intl';
import { useDisplayNames, useProfile } from './use-profile';

export interface Called {
  name: string;
  /** That of their highest role with a colour; null for none. */
  color: string | null;
}

/** What people are called where one is, by their ids. */
export const CalledHere = createContext<ReadonlyMap<string, Called>>(new Map());

/** What somebody is called here; who is no member, or not known yet, by their own name. */
export function useCalled(userId: string): Called {
  const t = useTranslations();
  const here = useContext(CalledHere).get(userId);
  const profile = useProfile(userId);
  if (here) return here;
  return { name: profile === null ? t('common.unknownUser') : (profile?.displayName ?? '…'), color: null };
}

/** The names of several people, in their order. */
export function useCalledAll(userIds: readonly string[]): string[] {
  const here = useContext(CalledHere);
  const names = useDisplayNames(userIds);
  return userIds.map((userId, index) => here.get(userId)?.name ?? names[index] ?? '…');
}

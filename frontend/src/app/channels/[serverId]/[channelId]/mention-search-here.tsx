'use client';

import { useState, type ReactNode } from 'react';
import { MentionSearch } from '@/features/composer/model/mention-search';
import { useMemberSearch } from '../../use-member-search';

/** Searches for whom one is about to mention among the members of a server who are not listed. */
export function MentionSearchHere({ serverId, children }: { serverId: string; children: ReactNode }) {
  const [text, setText] = useState('');
  useMemberSearch(serverId, text);
  return <MentionSearch value={setText}>{children}</MentionSearch>;
}

'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import { useCalled } from '@/profiles/called';
import { ConversationContext } from './conversation-context';

/** Who is mentioned, by name. */
export function MentionName({ kind, id }: { kind: 'user' | 'role'; id: string }) {
  return kind === 'user' ? <UserName userId={id} /> : <RoleName roleId={id} />;
}

function UserName({ userId }: { userId: string }) {
  return `@${useCalled(userId).name}`;
}

function RoleName({ roleId }: { roleId: string }) {
  const t = useTranslations();
  return `@${useContext(ConversationContext)?.roles.get(roleId) ?? t('timeline.deletedRole')}`;
}

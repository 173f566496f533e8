'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { openConversation } from '../api/open-conversation';
import { startGroup } from '../api/start-group';
import { GROUP_SIZE, type Person } from '../model/people';
import { PeopleDialog } from './people-dialog';

interface Props {
  people: readonly Person[] | undefined;
  searching?: boolean | undefined;
  onSearch?: ((text: string) => void) | undefined;
  onClose(): void;
  onBegun(serverId: string, channelId: string): void;
}

/** With one it is the conversation of the two, with several a group. */
export function NewConversationDialog({ onClose, onBegun, ...found }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const keys = useCommandKeys();
  const begin = useMutation({
    mutationFn: (userIds: readonly string[]) => {
      const [only, ...others] = userIds;
      return keys.run(userIds, (key) =>
        only !== undefined && others.length === 0 ? openConversation(only, key) : startGroup(userIds, key),
      );
    },
    onSuccess: ({ serverId, channelId }) => onBegun(serverId, channelId),
  });
  return (
    <PeopleDialog
      title={t('conversations.newTitle')}
      description={t('conversations.newText', { count: GROUP_SIZE - 1 })}
      action={(count) => (count > 1 ? t('conversations.startGroup') : t('conversations.startConversation'))}
      {...found}
      limit={GROUP_SIZE - 1}
      busy={begin.isPending}
      error={formErrors(begin.error, []).general}
      onClose={onClose}
      onSubmit={(userIds) => begin.mutate(userIds)}
    />
  );
}

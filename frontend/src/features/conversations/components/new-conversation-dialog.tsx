'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { CommandKeys } from '@/http/command-keys';
import { formErrors } from '@/http/field-errors';
import { openConversation } from '../api/open-conversation';
import { startGroup } from '../api/start-group';
import { GROUP_SIZE, type Person } from '../model/people';
import { PeopleDialog } from './people-dialog';

interface Props {
  people: readonly Person[] | undefined;
  onClose(): void;
  onBegun(serverId: string, channelId: string): void;
}

/** With one it is the conversation of the two, with several a group. */
export function NewConversationDialog({ people, onClose, onBegun }: Props) {
  const [keys] = useState(() => new CommandKeys(uuidv7));
  const begin = useMutation({
    mutationFn: (userIds: readonly string[]) => {
      const [only, ...others] = userIds;
      const key = keys.of(userIds);
      return only !== undefined && others.length === 0 ? openConversation(only, key) : startGroup(userIds, key);
    },
    onSuccess: ({ serverId, channelId }) => {
      keys.done();
      onBegun(serverId, channelId);
    },
  });
  return (
    <PeopleDialog
      title="New conversation"
      description={`Choose one to talk alone, or up to ${GROUP_SIZE - 1} for a group.`}
      action={(count) => (count > 1 ? 'Start group' : 'Start conversation')}
      people={people}
      limit={GROUP_SIZE - 1}
      busy={begin.isPending}
      error={formErrors(begin.error, []).general}
      onClose={onClose}
      onSubmit={(userIds) => begin.mutate(userIds)}
    />
  );
}

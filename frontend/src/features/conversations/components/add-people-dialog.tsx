'use client';

import { useTranslations } from 'use-intl';
import { useCommand } from '@/http/use-command';
import { useFormErrors } from '@/http/use-form-errors';
import { addToGroup } from '../api/add-to-group';
import { GROUP_SIZE, type Person } from '../model/people';
import { PeopleDialog } from './people-dialog';

interface Props {
  serverId: string;
  /** How many are in it. */
  size: number;
  people: readonly Person[] | undefined;
  searching?: boolean | undefined;
  onSearch?: ((text: string) => void) | undefined;
  onClose(): void;
}

export function AddPeopleDialog({ serverId, size, onClose, ...found }: Props) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const adding = useCommand({
    serverId,
    run: async (userIds: readonly string[], key) => {
      for (const userId of userIds) await addToGroup(serverId, userId, `${key}-${userId}`);
    },
    onDone: onClose,
  });
  return (
    <PeopleDialog
      title={t('conversations.addTitle')}
      description={t('conversations.addText')}
      action={(count) => t('conversations.add', { count })}
      {...found}
      limit={GROUP_SIZE - size}
      busy={adding.isPending}
      error={formErrors(adding.error, []).general}
      onClose={onClose}
      onSubmit={(userIds) => adding.mutate(userIds)}
    />
  );
}

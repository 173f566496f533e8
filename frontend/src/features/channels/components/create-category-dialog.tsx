'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { useCommand } from '@/http/use-command';
import { createCategory } from '../api/create-category';
import { NameForm } from '@/http/name-form';

interface Props {
  serverId: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function CreateCategoryDialog({ serverId, open, onOpenChange }: Props) {
  const t = useTranslations();
  const creation = useCommand({
    serverId,
    run: (name: string, key) => createCategory(serverId, name, key),
    onDone: () => onOpenChange(false),
  });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        creation.reset();
        onOpenChange(next);
      }}
      title={t('channels.createCategoryTitle')}
      description={t('channels.createCategoryText')}
    >
      <NameForm
        label={t('channels.categoryName')}
        action={t('channels.createCategory')}
        command={creation}
        onCancel={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { Category } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { renameCategory } from '../api/rename-category';
import { NameForm } from '@/http/name-form';

interface Props {
  serverId: string;
  category: Category;
  onClose(): void;
}

export function RenameCategoryDialog({ serverId, category, onClose }: Props) {
  const t = useTranslations();
  const renaming = useCommand({
    serverId,
    run: (name: string, key) => renameCategory(serverId, category.categoryId, name, key),
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('channels.renameCategory')}
      description={t('channels.renameCategoryText')}
    >
      <NameForm
        label={t('channels.categoryName')}
        name={category.name}
        action={t('channels.rename')}
        command={renaming}
        onCancel={onClose}
      />
    </Dialog>
  );
}

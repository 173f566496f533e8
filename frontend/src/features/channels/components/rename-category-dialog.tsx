'use client';

import { Dialog } from '@/components/ui/dialog';
import type { Category } from '@/contracts/server';
import { useCommand } from '@/http/use-command';
import { renameCategory } from '../api/rename-category';
import { NameForm } from './name-form';

interface Props {
  serverId: string;
  category: Category;
  onClose(): void;
}

export function RenameCategoryDialog({ serverId, category, onClose }: Props) {
  const renaming = useCommand({
    serverId,
    run: (name: string, key) => renameCategory(serverId, category.categoryId, name, key),
    onDone: onClose,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Rename category"
      description="A category holds channels that belong together."
    >
      <NameForm label="Category name" name={category.name} action="Rename" command={renaming} onCancel={onClose} />
    </Dialog>
  );
}

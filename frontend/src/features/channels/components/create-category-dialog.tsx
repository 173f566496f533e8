'use client';

import { Dialog } from '@/components/ui/dialog';
import { useCommand } from '@/http/use-command';
import { createCategory } from '../api/create-category';
import { NameForm } from './name-form';

interface Props {
  serverId: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function CreateCategoryDialog({ serverId, open, onOpenChange }: Props) {
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
      title="Create a category"
      description="A category holds channels that belong together, and can be folded away."
    >
      <NameForm
        label="Category name"
        action="Create category"
        command={creation}
        onCancel={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

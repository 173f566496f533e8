'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { ExportScope } from '../api/fetch-export';
import { ExportForm } from './export-form';

interface Props {
  scope: ExportScope;
  /** What it is called, such as `#general`. */
  name: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The same for one channel or conversation. What runs goes on when the dialog is closed. */
export function ExportDialog({ scope, name, open, onOpenChange }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('exporting.titleOf', { name })}
      description={t('exporting.text')}
    >
      <ExportForm scopes={[scope]} />
    </Dialog>
  );
}

'use client';

import { Ellipsis, FileDown, History } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PastDialog } from '@/features/timeline/components/past-dialog-on-demand';
import { useShell } from '../../shell-context';

/** What one may do with a conversation of two. */
export function PairMenu({ channelId, onLookBack }: { channelId: string; onLookBack(): void }) {
  const t = useTranslations();
  const shell = useShell();
  return (
    <Menu
      align="end"
      onOpenChange={() => {
        PastDialog.prefetch();
        shell.expect('export');
      }}
      trigger={
        <IconButton label={t('conversations.moreHere')}>
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<History size={18} aria-hidden />} onSelect={onLookBack}>
        {t('past.open')}
      </MenuItem>
      <MenuItem icon={<FileDown size={18} aria-hidden />} onSelect={() => shell.open({ name: 'export', channelId })}>
        {t('exporting.item')}
      </MenuItem>
    </Menu>
  );
}

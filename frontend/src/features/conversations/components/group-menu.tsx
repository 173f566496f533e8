'use client';

import { Ellipsis, FileDown, History, LogOut, Pencil, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { dialogOnDemand } from '@/components/ui/on-demand';
import { GROUP_SIZE } from '../model/people';

const GroupDialog = dialogOnDemand(
  () => import('./group-dialog').then((module) => module.GroupDialog),
  ({ onClose }) => onClose(),
);

interface Props {
  serverId: string;
  /** What it is called; empty for none. */
  name: string;
  /** How many are in it. */
  size: number;
  /** Asks whom to bring in. */
  addPeople(close: () => void): ReactNode;
  /** The menu is open: something of it is probably asked for next. */
  onIntent(): void;
  onLookBack(): void;
  onExport(): void;
  onLeft(): void;
}

/** What one may do with a group that one is in. */
export function GroupMenu({ serverId, name, size, addPeople, onIntent, onLookBack, onExport, onLeft }: Props) {
  const t = useTranslations();
  const [asked, setAsked] = useState<'add' | 'name' | 'leave' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Menu
        align="end"
        onOpenChange={() => {
          GroupDialog.prefetch();
          onIntent();
        }}
        trigger={
          <IconButton label={t('conversations.more')}>
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
      >
        {size < GROUP_SIZE && (
          <MenuItem icon={<UserPlus size={18} aria-hidden />} onSelect={() => setAsked('add')}>
            {t('conversations.addTitle')}
          </MenuItem>
        )}
        <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={() => setAsked('name')}>
          {t('conversations.nameGroup')}
        </MenuItem>
        <MenuItem icon={<History size={18} aria-hidden />} onSelect={onLookBack}>
          {t('past.open')}
        </MenuItem>
        <MenuItem icon={<FileDown size={18} aria-hidden />} onSelect={onExport}>
          {t('exporting.item')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          icon={<LogOut size={18} aria-hidden className="pointing" />}
          onSelect={() => setAsked('leave')}
        >
          {t('conversations.leaveGroup')}
        </MenuItem>
      </Menu>
      {asked === 'add' && addPeople(close)}
      {(asked === 'name' || asked === 'leave') && (
        <GroupDialog what={asked} serverId={serverId} name={name} onClose={close} onLeft={onLeft} />
      )}
    </>
  );
}

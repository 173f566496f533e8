'use client';

import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { Category, Server } from '@/contracts/server';
import { categoryStepOf } from '../model/places';
import styles from './channel-list.module.css';
import type { Asked } from './structure-dialog';
import { StructureDialog } from './structure-dialog-on-demand';

interface Props {
  server: Server;
  category: Category;
  /** Behind which one; null to be the first. */
  onMove(after: string | null): void;
  onAsk(asked: Asked): void;
}

export function CategoryMenu({ server, category: { categoryId, name }, onMove, onAsk }: Props) {
  const t = useTranslations();
  const up = categoryStepOf(server.categories, categoryId, -1);
  const down = categoryStepOf(server.categories, categoryId, 1);
  return (
    <Menu
      onOpenChange={StructureDialog.prefetch}
      trigger={
        <IconButton label={t('channels.more', { name })} side="top" className={styles.tool}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={() => onAsk({ what: 'rename-category', categoryId })}>
        {t('channels.renameCategory')}
      </MenuItem>
      {up !== undefined && (
        <MenuItem icon={<ArrowUp size={18} aria-hidden />} onSelect={() => onMove(up)}>
          {t('common.moveUp')}
        </MenuItem>
      )}
      {down !== undefined && (
        <MenuItem icon={<ArrowDown size={18} aria-hidden />} onSelect={() => onMove(down)}>
          {t('common.moveDown')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        danger
        icon={<Trash2 size={18} aria-hidden />}
        onSelect={() => onAsk({ what: 'delete-category', categoryId })}
      >
        {t('channels.deleteCategory')}
      </MenuItem>
    </Menu>
  );
}

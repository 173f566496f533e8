'use client';

import { CornerUpLeft, Ellipsis, MessagesSquare, Pencil, SmilePlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { EmojiButton } from '@/emoji/emoji-button';
import { QUICK_REACTIONS } from '@/emoji/quick-reactions';
import type { MessagePowers } from '../model/powers';
import { MessageMenuItems, type MessageActions } from './message-menu';
import styles from './message-toolbar.module.css';

interface Props {
  powers: MessagePowers;
  isPinned: boolean;
  hasThread: boolean;
  actions: MessageActions;
  menuOpen: boolean;
  onMenuOpenChange(open: boolean): void;
  /** While the emoji are open the toolbar has to stay. */
  onPickingChange(picking: boolean): void;
}

/** What one may do with a message, beside it while one points at it or is in it. */
export function MessageToolbar({ powers, isPinned, hasThread, actions, menuOpen, ...on }: Props) {
  const t = useTranslations();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('timeline.actions')}>
      {powers.react && (
        <>
          {QUICK_REACTIONS.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className={styles.quick}
              aria-label={t('timeline.reactWith', { emoji })}
              onClick={() => actions.react(emoji)}
            >
              {emoji}
            </button>
          ))}
          <EmojiButton
            label={t('timeline.addReaction')}
            className={styles.tool}
            onOpenChange={on.onPickingChange}
            onPick={actions.react}
          >
            <SmilePlus size={18} aria-hidden />
          </EmojiButton>
        </>
      )}
      {powers.edit && (
        <IconButton label={t('timeline.edit')} side="top" className={styles.tool} onClick={actions.edit}>
          <Pencil size={17} aria-hidden />
        </IconButton>
      )}
      {powers.reply && (
        <IconButton label={t('timeline.reply')} side="top" className={styles.tool} onClick={actions.reply}>
          <CornerUpLeft size={18} aria-hidden className="pointing" />
        </IconButton>
      )}
      {powers.thread && (
        <IconButton
          label={hasThread ? t('timeline.openThread') : t('timeline.startThread')}
          side="top"
          className={styles.tool}
          onClick={actions.thread}
        >
          <MessagesSquare size={17} aria-hidden />
        </IconButton>
      )}
      <Menu
        align="end"
        open={menuOpen}
        onOpenChange={on.onMenuOpenChange}
        trigger={
          <IconButton label={t('timeline.moreActions')} side="top" className={styles.tool}>
            <Ellipsis size={18} aria-hidden />
          </IconButton>
        }
      >
        <MessageMenuItems powers={powers} isPinned={isPinned} hasThread={hasThread} actions={actions} />
      </Menu>
    </div>
  );
}

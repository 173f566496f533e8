import {
  Copy,
  CornerUpLeft,
  History,
  Link2,
  MailOpen,
  MessagesSquare,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { MessagePowers } from '../model/powers';

export interface MessageActions {
  react(emoji: string): void;
  reply(): void;
  edit(): void;
  thread(): void;
  pin(): void;
  unread(): void;
  history(): void;
  copy(): void;
  link(): void;
  remove(): void;
}

interface Props {
  powers: MessagePowers;
  isPinned: boolean;
  hasThread: boolean;
  actions: MessageActions;
}

/** All that one may do with a message, in words. */
export function MessageMenuItems({ powers, isPinned, hasThread, actions }: Props) {
  const t = useTranslations();
  return (
    <>
      {powers.reply && (
        <MenuItem icon={<CornerUpLeft size={18} aria-hidden className="pointing" />} onSelect={actions.reply}>
          {t('timeline.reply')}
        </MenuItem>
      )}
      {powers.thread && (
        <MenuItem icon={<MessagesSquare size={18} aria-hidden />} onSelect={actions.thread}>
          {hasThread ? t('timeline.openThread') : t('timeline.startThread')}
        </MenuItem>
      )}
      {powers.edit && (
        <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={actions.edit}>
          {t('timeline.edit')}
        </MenuItem>
      )}
      {powers.pin && (
        <MenuItem
          icon={isPinned ? <PinOff size={18} aria-hidden /> : <Pin size={18} aria-hidden />}
          onSelect={actions.pin}
        >
          {isPinned ? t('timeline.unpin') : t('timeline.pin')}
        </MenuItem>
      )}
      <MenuItem icon={<MailOpen size={18} aria-hidden />} onSelect={actions.unread}>
        {t('timeline.markUnread')}
      </MenuItem>
      <MenuItem icon={<Copy size={18} aria-hidden />} onSelect={actions.copy}>
        {t('timeline.copyText')}
      </MenuItem>
      <MenuItem icon={<Link2 size={18} aria-hidden />} onSelect={actions.link}>
        {t('timeline.copyLink')}
      </MenuItem>
      {powers.history && (
        <MenuItem icon={<History size={18} aria-hidden />} onSelect={actions.history}>
          {t('timeline.editHistory')}
        </MenuItem>
      )}
      {powers.remove && (
        <>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 size={18} aria-hidden />} onSelect={actions.remove}>
            {t('common.delete')}
          </MenuItem>
        </>
      )}
    </>
  );
}

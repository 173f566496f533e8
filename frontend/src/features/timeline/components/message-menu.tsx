import { Copy, CornerUpLeft, MailOpen, MessagesSquare, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { MessagePowers } from '../model/powers';

export interface MessageActions {
  react(emoji: string): void;
  reply(): void;
  edit(): void;
  thread(): void;
  pin(): void;
  unread(): void;
  copy(): void;
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
  return (
    <>
      {powers.reply && (
        <MenuItem icon={<CornerUpLeft size={18} aria-hidden />} onSelect={actions.reply}>
          Reply
        </MenuItem>
      )}
      {powers.thread && (
        <MenuItem icon={<MessagesSquare size={18} aria-hidden />} onSelect={actions.thread}>
          {hasThread ? 'Open thread' : 'Start thread'}
        </MenuItem>
      )}
      {powers.edit && (
        <MenuItem icon={<Pencil size={18} aria-hidden />} onSelect={actions.edit}>
          Edit
        </MenuItem>
      )}
      {powers.pin && (
        <MenuItem
          icon={isPinned ? <PinOff size={18} aria-hidden /> : <Pin size={18} aria-hidden />}
          onSelect={actions.pin}
        >
          {isPinned ? 'Unpin' : 'Pin to channel'}
        </MenuItem>
      )}
      <MenuItem icon={<MailOpen size={18} aria-hidden />} onSelect={actions.unread}>
        Mark unread from here
      </MenuItem>
      <MenuItem icon={<Copy size={18} aria-hidden />} onSelect={actions.copy}>
        Copy text
      </MenuItem>
      {powers.remove && (
        <>
          <MenuSeparator />
          <MenuItem danger icon={<Trash2 size={18} aria-hidden />} onSelect={actions.remove}>
            Delete
          </MenuItem>
        </>
      )}
    </>
  );
}

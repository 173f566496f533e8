'use client';

import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { Popover } from '@/components/ui/popover';

const EmojiPicker = onDemand(() => import('./emoji-picker').then((module) => module.EmojiPicker));

interface Props {
  label: string;
  side?: 'top' | 'left';
  className?: string | undefined;
  /** Where one goes on when one has picked; at the button if absent. */
  focusAfter?: RefObject<HTMLElement | null>;
  children: ReactNode;
  onOpenChange?(open: boolean): void;
  onPick(emoji: string): void;
}

/** A button beside which the emoji appear; they are loaded when they are first wanted. */
export function EmojiButton({ label, side = 'left', className, focusAfter, children, onOpenChange, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) picked.current = false;
    onOpenChange?.(next);
  };
  return (
    <Popover
      label={label}
      side={side}
      open={open}
      onOpenChange={change}
      focusAfter={() => (picked.current ? (focusAfter?.current ?? null) : null)}
      trigger={
        <IconButton
          label={label}
          side="top"
          {...(className !== undefined && { className })}
          onFocus={EmojiPicker.prefetch}
          onPointerEnter={EmojiPicker.prefetch}
        >
          {children}
        </IconButton>
      }
    >
      <EmojiPicker
        onPick={(emoji) => {
          picked.current = true;
          change(false);
          onPick(emoji);
        }}
      />
    </Popover>
  );
}

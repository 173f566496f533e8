'use client';

import { useState, type ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { onDemand } from '@/components/ui/on-demand';
import { Popover } from '@/components/ui/popover';

const EmojiPicker = onDemand(() => import('./emoji-picker').then((module) => module.EmojiPicker));

interface Props {
  label: string;
  className?: string | undefined;
  children: ReactNode;
  onOpenChange?(open: boolean): void;
  onPick(emoji: string): void;
}

/** A button beside which the emoji appear; they are loaded when they are first wanted. */
export function EmojiButton({ label, className, children, onOpenChange, onPick }: Props) {
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <Popover
      label={label}
      side="left"
      open={open}
      onOpenChange={change}
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
          change(false);
          onPick(emoji);
        }}
      />
    </Popover>
  );
}

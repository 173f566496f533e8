'use client';

import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import { useRef, useState } from 'react';
import { isFocusLost } from './focus-origin';
import type { ChoiceProps, ItemProps, MenuProps, MoreProps } from './menu';
import styles from './menu.module.css';
import { usesKeyboard, type Opened } from './on-demand';
import { BackCloses } from './use-back';

/** Fetched when a menu is first wanted (menu.tsx). */
export function Menu({
  trigger,
  align = 'start',
  side = 'bottom',
  open,
  defaultOpen = false,
  onOpenChange,
  children,
}: MenuProps & Opened) {
  // It hears of the keyboard from now on; what opened it was before.
  const entering = useRef(open === true || defaultOpen ? usesKeyboard() : false);
  const [opened, setOpened] = useState(defaultOpen);
  function change(next: boolean) {
    setOpened(next);
    onOpenChange?.(next);
  }
  return (
    <Primitive.Root modal={false} open={open ?? opened} onOpenChange={change}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onFocus={({ target, currentTarget }) => {
            if (target !== currentTarget || !entering.current) return;
            entering.current = false;
            currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            if (!isFocusLost()) event.preventDefault();
          }}
        >
          {children}
          <BackCloses onBack={() => change(false)} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({ icon, danger = false, children, onSelect }: ItemProps) {
  return (
    <Primitive.Item className={`${styles.item} ${danger ? styles.danger : ''}`} onSelect={onSelect}>
      {icon}
      {children}
    </Primitive.Item>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className={styles.separator} />;
}

export function MenuMore({ icon, label, children }: MoreProps) {
  return (
    <Primitive.Sub>
      <Primitive.SubTrigger className={styles.item}>
        {icon}
        {label}
        <ChevronRight size={16} aria-hidden className={`${styles.more} pointing`} />
      </Primitive.SubTrigger>
      <Primitive.Portal>
        <Primitive.SubContent className={styles.menu} sideOffset={6} collisionPadding={8}>
          {children}
        </Primitive.SubContent>
      </Primitive.Portal>
    </Primitive.Sub>
  );
}

export function MenuChoice<T extends string>({ label, value, options, disabled = false, onChange }: ChoiceProps<T>) {
  return (
    <Primitive.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      <Primitive.Label className={styles.label}>{label}</Primitive.Label>
      {options.map((option) => (
        <Primitive.RadioItem
          key={option.value}
          value={option.value}
          disabled={disabled}
          className={styles.item}
          onSelect={(event) => event.preventDefault()}
        >
          {option.icon}
          {option.label}
          <Primitive.ItemIndicator className={styles.check}>
            <Check size={16} aria-hidden />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

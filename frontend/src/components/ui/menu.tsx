'use client';

import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import './focus-origin';
import styles from './menu.module.css';

interface MenuProps {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** Given when something else than the trigger opens it too. */
  open?: boolean;
  onOpenChange?(open: boolean): void;
  children: ReactNode;
}

export function Menu({ trigger, align = 'start', side = 'bottom', open, onOpenChange, children }: MenuProps) {
  return (
    <Primitive.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange !== undefined && { onOpenChange })}
    >
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content className={styles.menu} align={align} side={side} sideOffset={6} collisionPadding={8}>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface ItemProps {
  icon: ReactNode;
  children: ReactNode;
  /** What it does cannot be undone. */
  danger?: boolean;
  onSelect(): void;
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

/** More of a menu, beside one of its items. */
export function MenuMore({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
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

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon: ReactNode }[];
  onChange(value: T): void;
}

export function MenuChoice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Primitive.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
      <Primitive.Label className={styles.label}>{label}</Primitive.Label>
      {options.map((option) => (
        <Primitive.RadioItem
          key={option.value}
          value={option.value}
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

'use client';

import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './dialog.module.css';
import { focusOrigin, giveFocusBack } from './focus-origin';
import { IconButton } from './icon-button';
import { BackCloses } from './use-back';

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  description: string;
  /** A palette stands near the top, and shows neither its title nor a button to close it; a viewer takes the whole window. */
  look?: 'card' | 'palette' | 'viewer';
  /** Of keys wherever in it the focus is. */
  onKeyDown?(event: KeyboardEvent): void;
  children: ReactNode;
}

/**
 * Something that is asked in front of everything else. The focus goes back to where it was asked for, however late the code
 * of the dialog came.
 */
export function Dialog({ open, onOpenChange, title, description, look = 'card', onKeyDown, children }: Props) {
  const t = useTranslations();
  const isNamed = look !== 'palette';
  const cameFrom = useRef<readonly HTMLElement[]>([]);
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={styles.scrim} />
        <Primitive.Content
          className={`${styles.dialog} ${styles[look]}`}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            cameFrom.current = focusOrigin();
            // What is only to be read is not begun at the button that closes it.
            const content = event.target as HTMLElement;
            if (content.querySelector('a, input, select, textarea, button:not([data-close])') !== null) return;
            event.preventDefault();
            content.focus();
          }}
          onCloseAutoFocus={(event) => {
            // By itself it knows only a trigger of its own, and these dialogs are opened from several places.
            event.preventDefault();
            giveFocusBack(cameFrom.current);
          }}
        >
          <Primitive.Title className={isNamed ? styles.title : 'visually-hidden'}>{title}</Primitive.Title>
          <Primitive.Description className={isNamed ? styles.description : 'visually-hidden'}>
            {description}
          </Primitive.Description>
          {children}
          <BackCloses onBack={() => onOpenChange(false)} />
          {isNamed && (
            <Primitive.Close asChild>
              <IconButton label={t('common.close')} className={styles.close} data-close>
                <X size={18} aria-hidden />
              </IconButton>
            </Primitive.Close>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

'use client';

import { Fragment } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { keyName, SHORTCUTS } from '@/contracts/shortcuts';
import styles from './shortcuts-dialog.module.css';

/** What the keyboard can do. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const groups = [...new Set(SHORTCUTS.map(({ group }) => group))];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      description="Everything in WebChat can be reached by keyboard; these are the short ways."
    >
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.title}>{group}</h3>
          <dl className={styles.list}>
            {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, label, keys }) => (
              <div key={id} className={styles.shortcut}>
                <dt>{label}</dt>
                <dd className={styles.keys}>
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && <span className="visually-hidden"> + </span>}
                      <kbd className={styles.key}>{keyName(key)}</kbd>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

'use client';

import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { keyName, SHORTCUTS } from '@/contracts/shortcuts';
import styles from './shortcuts-dialog.module.css';

/** What the keyboard can do. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useTranslations();
  const groups = [...new Set(SHORTCUTS.map(({ group }) => group))];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('shortcuts.title')} description={t('shortcuts.text')}>
      {groups.map((group) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.title}>{t(group)}</h3>
          <dl className={styles.list}>
            {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, keys }) => (
              <div key={id} className={styles.shortcut}>
                <dt>{t(`shortcuts.${id}`)}</dt>
                <dd className={styles.keys}>
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && <span className="visually-hidden"> + </span>}
                      <kbd className={styles.key}>{keyName(key, t)}</kbd>
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

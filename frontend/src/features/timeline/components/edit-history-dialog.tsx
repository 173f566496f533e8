'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import type { Message } from '@/contracts/message';
import { useFormErrors } from '@/http/use-form-errors';
import { contains, editsQuery, entriesOf, type EditEntry } from '../model/edits';
import { messageTime } from '../model/times';
import styles from './edit-history-dialog.module.css';
import { MessageText } from './message-text';
import { MessageTime } from './message-time';

/** What a message said before it was edited, and since when it has said what it says. */
export function EditHistoryDialog({ message, onClose }: { message: Message; onClose(): void }) {
  const t = useTranslations();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('timeline.editHistory')}
      description={t('timeline.editHistoryText')}
    >
      <Versions message={message} />
    </Dialog>
  );
}

function Versions({ message }: { message: Message }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const { data: versions, error, isFetching, refetch } = useQuery(editsQuery(message));
  if (error) {
    return (
      <div className={styles.problem}>
        <FormError message={formErrors(error, []).general} />
        <Button look="plain" busy={isFetching} onClick={() => void refetch()}>
          {t('common.tryAgain')}
        </Button>
      </div>
    );
  }
  if (versions === undefined || !contains(versions, message.revision))
    return <p className={styles.hint}>{t('common.loading')}</p>;
  return (
    <ol className={styles.versions} aria-label={t('timeline.editHistory')}>
      {entriesOf(versions).map((entry) =>
        entry.kind === 'gap' ? (
          <li key={`gap-${entry.after}`} className={styles.hint}>
            {t('timeline.versionsNotKept', { count: entry.count })}
          </li>
        ) : (
          <li key={entry.version.revision} className={styles.version}>
            <Said {...entry} />
          </li>
        ),
      )}
    </ol>
  );
}

function Said({ version: { content, at }, place }: EditEntry & { kind: 'version' }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <>
      <p className={styles.head}>
        {place !== 'between' && (
          <span className={styles.place}>
            {t(place === 'present' ? 'timeline.versionPresent' : 'timeline.versionFirst')}
          </span>
        )}
        <MessageTime className={styles.time} at={at} text={messageTime(at, new Date(), locale)} />
      </p>
      {content === '' ? (
        <p className={styles.hint}>{t('timeline.noText')}</p>
      ) : (
        <div className={styles.text} dir="auto">
          <MessageText content={content} mentions={null} />
        </div>
      )}
    </>
  );
}

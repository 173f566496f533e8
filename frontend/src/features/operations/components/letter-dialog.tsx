'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { Skeleton } from '@/components/ui/skeleton';
import { queryKeys } from '@/contracts/query-keys';
import type { Letter } from '../api/letters';
import { openDeadLetter, type OpenedLetter } from '../api/open-dead-letter';
import { useProblemWords } from '../model/use-problem-words';
import styles from './letter-dialog.module.css';

/** A letter with the record in it, and where it went wrong. */
export function LetterDialog({ letter, onClose }: { letter: Letter; onClose(): void }) {
  const t = useTranslations();
  const problemWords = useProblemWords();
  const { data, error } = useQuery({
    queryKey: queryKeys.deadLetter(letter.id),
    queryFn: ({ signal }) => openDeadLetter(letter.id, signal),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('operations.letterTitle')}
      description={t('operations.letterText', { source: letter.source, view: letter.view })}
    >
      <div className={styles.parts}>
        <FormError message={problemWords(error)} />
        {data === undefined && !error && <Skeleton width="100%" height={160} />}
        {data && <Parts opened={data} />}
      </div>
    </Dialog>
  );
}

function Parts({ opened: { letter, headers, stack, value, text } }: { opened: OpenedLetter }) {
  const t = useTranslations();
  const record = value !== null ? JSON.stringify(value, null, 2) : text;
  return (
    <>
      <Part title={t('operations.cause')} text={letter.cause} />
      {letter.detail !== null && letter.detail !== letter.cause && (
        <Part title={t('operations.detail')} text={letter.detail} />
      )}
      <Part title={t('operations.record')} text={record} otherwise={t('operations.noRecord')} />
      <Part title={t('operations.stack')} text={stack || null} otherwise={t('operations.noStack')} />
      <Part
        title={t('operations.headers')}
        text={Object.entries(headers)
          .map(([name, header]) => `${name}: ${header}`)
          .join('\n')}
      />
    </>
  );
}

function Part({ title, text, otherwise = '' }: { title: string; text: string | null; otherwise?: string }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {text === null ? (
        <p className={styles.none}>{otherwise}</p>
      ) : (
        <pre className={styles.text} tabIndex={0} role="region" aria-label={title}>
          {text}
        </pre>
      )}
    </section>
  );
}

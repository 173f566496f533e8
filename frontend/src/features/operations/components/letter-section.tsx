'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { NoEntries } from '@/components/ui/entries';
import { FormError } from '@/components/ui/form-error';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { SelectField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { queryKeys } from '@/contracts/query-keys';
import type { LetterFilter } from '../api/fetch-dead-letters';
import type { Letter } from '../api/letters';
import { replayDeadLetter } from '../api/replay-dead-letter';
import { isReplayable, lettersQuery, stateLabel } from '../model/letters';
import { useProblemWords } from '../model/use-problem-words';
import { LetterDialog } from './letter-dialog';
import styles from './letter-section.module.css';
import { Outcome } from './outcome';
import { Section } from './section';
import { useFocusAfterDialog } from './use-focus-after-dialog';

interface Props {
  /** The names of all views. */
  names: readonly string[];
  running: boolean;
}

/** The records that views could not apply, and the way to bring them in. */
export function LetterSection({ names, running }: Props) {
  const t = useTranslations();
  const problemWords = useProblemWords();
  const client = useQueryClient();
  const [filter, setFilter] = useState<LetterFilter>({ view: null, all: false });
  const [opened, setOpened] = useState<Letter | null>(null);
  const [wanted, setWanted] = useState<Letter | null>(null);
  const { data, error } = useQuery(lettersQuery(filter, running));
  const [title, focusTitle] = useFocusAfterDialog<HTMLHeadingElement>();
  const replay = useMutation({
    mutationFn: replayDeadLetter,
    onSuccess: () => {
      setWanted(null);
      focusTitle();
    },
    // What became of it is told at once; the list takes as long as all topics take to be read.
    onSettled: (_letter, _error, id) => {
      void client.invalidateQueries({ queryKey: queryKeys.everyDeadLetters });
      void client.invalidateQueries({ queryKey: queryKeys.deadLetter(id) });
    },
  });
  const isFiltered = filter.view !== null || filter.all;
  const newestFirst = data?.letters.toReversed() ?? [];

  return (
    <Section
      title={t('operations.letters')}
      titleRef={title}
      hint={t('operations.lettersHint')}
      controls={
        <>
          <SelectField
            label={t('operations.ofView')}
            value={filter.view ?? ''}
            onChange={({ target }) => setFilter({ ...filter, view: target.value || null })}
          >
            <option value="">{t('operations.anyView')}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
          <div className={styles.switch}>
            <Switch
              label={t('operations.doneToo')}
              checked={filter.all}
              onChange={(all) => setFilter({ ...filter, all })}
            />
          </div>
        </>
      }
    >
      <FormError message={problemWords(error)} />
      <Outcome look={replay.data?.state === 'applied' ? 'good' : 'watch'}>
        {replay.data && (
          <>
            <b>{replay.data.source}</b> {t(stateLabel(replay.data.state))}
            {replay.data.detail && <span className={styles.detail}>{replay.data.detail}</span>}
          </>
        )}
      </Outcome>
      {data === undefined && !error && <Skeleton width="100%" height={60} />}
      {data?.letters.length === 0 && (
        <NoEntries>{isFiltered ? t('operations.noSuchLetters') : t('operations.noLetters')}</NoEntries>
      )}
      {newestFirst.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">{t('operations.letters')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('operations.record')}</th>
              <th scope="col">{t('operations.cause')}</th>
              <th scope="col">{t('operations.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('operations.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((letter) => (
              <LetterRow
                key={letter.id}
                letter={letter}
                onOpen={() => setOpened(letter)}
                onReplay={() => {
                  replay.reset();
                  setWanted(letter);
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {data && data.total > data.letters.length && (
        <p className={styles.more}>{t('operations.newest', { shown: data.letters.length, total: data.total })}</p>
      )}
      {opened && <LetterDialog letter={opened} onClose={() => setOpened(null)} />}
      {wanted && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setWanted(null)}
          title={t('operations.replayTitle')}
          description={t('operations.replayText', { source: wanted.source, view: wanted.view })}
          action={t('operations.replay')}
          busy={replay.isPending}
          error={problemWords(replay.error)}
          onConfirm={() => replay.mutate(wanted.id)}
        />
      )}
    </Section>
  );
}

function LetterRow({ letter, onOpen, onReplay }: { letter: Letter; onOpen(): void; onReplay(): void }) {
  const t = useTranslations();
  const { id, at, view, source, type, cause, detail, state } = letter;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.record}>
        {type || source}
        <span className={styles.about}>
          {view} · {source} · <Time at={at} />
        </span>
      </th>
      <td className={styles.cause}>
        <code>{cause}</code>
        {detail && detail !== cause && <code className={styles.detail}>{detail}</code>}
      </td>
      <td>
        <span className={styles.state} data-state={state}>
          {t(stateLabel(state))}
        </span>
      </td>
      <td className={styles.actions}>
        <Button look="quiet" aria-label={t('operations.openLetter', { id })} onClick={onOpen}>
          {t('operations.open')}
        </Button>
        {isReplayable(letter) && (
          <Button look="plain" aria-label={t('operations.replayLetter', { id })} onClick={onReplay}>
            {t('operations.replay')}
          </Button>
        )}
      </td>
    </tr>
  );
}

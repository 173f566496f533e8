'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Entries, NoEntries } from '@/components/ui/entries';
import { SelectField } from '@/components/ui/text-field';
import type { Translate } from '@/i18n/translate';
import { changeView, type ViewAction } from '../api/change-view';
import type { OperatedView } from '../api/views';
import { useProblemWords } from '../model/use-problem-words';
import { keepChanged } from '../model/views-query';
import { Outcome } from './outcome';
import { RebuildEntry } from './rebuild-entry';
import styles from './rebuild-section.module.css';
import { Section } from './section';
import { useFocusAfterDialog } from './use-focus-after-dialog';

interface Wish {
  view: OperatedView;
  action: ViewAction;
}

/** Generations that are built or kept, and what can be done with them. */
export function RebuildSection({ views }: { views: readonly OperatedView[] }) {
  const t = useTranslations();
  const problemWords = useProblemWords();
  const client = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [chosen, setChosen] = useState('');
  const [title, focusTitle] = useFocusAfterDialog<HTMLHeadingElement>();
  const change = useMutation({
    mutationFn: ({ view, action }: Wish) => changeView({ view: view.view, action }),
    onSuccess: async (changed) => {
      await keepChanged(client, changed);
      setWish(null);
      focusTitle();
    },
  });
  const several = views.filter(({ building, previous }) => building !== null || previous !== null);
  const buildable = views.filter(({ building }) => building === null);
  const wanted = buildable.find(({ view }) => view === chosen) ?? buildable[0];
  const ask = (view: OperatedView, action: ViewAction) => {
    change.reset();
    setWish({ view, action });
  };

  return (
    <Section
      title={t('operations.rebuilds')}
      titleRef={title}
      hint={t('operations.rebuildsHint')}
      controls={
        <>
          <SelectField
            label={t('operations.rebuildView')}
            value={wanted?.view ?? ''}
            disabled={wanted === undefined}
            onChange={({ target }) => setChosen(target.value)}
          >
            {buildable.map(({ view }) => (
              <option key={view} value={view}>
                {view}
              </option>
            ))}
          </SelectField>
          <Button
            look="plain"
            className={styles.begin}
            disabled={wanted === undefined}
            onClick={() => wanted && ask(wanted, 'rebuild')}
          >
            {t('operations.rebuild')}
          </Button>
        </>
      }
    >
      <Outcome>{change.isSuccess && doneWords(change.variables, change.data, t)}</Outcome>
      {several.length === 0 && <NoEntries>{t('operations.noRebuilds')}</NoEntries>}
      {several.length > 0 && (
        <Entries label={t('operations.rebuilds')}>
          {several.map((view) => (
            <RebuildEntry key={view.view} view={view} onWish={(action) => ask(view, action)} />
          ))}
        </Entries>
      )}
      {wish !== null && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setWish(null)}
          {...wordsOf(wish, t)}
          busy={change.isPending}
          error={problemWords(change.error)}
          onConfirm={() => change.mutate(wish)}
        />
      )}
    </Section>
  );
}

function wordsOf({ view: { view, topic, building, previous }, action }: Wish, t: Translate) {
  switch (action) {
    case 'rebuild':
      return {
        title: t('operations.rebuildTitle', { view }),
        description: t('operations.rebuildText', { topic }),
        action: t('operations.rebuild'),
      };
    case 'switch':
      return {
        title: t('operations.switchTitle', { view, number: building?.number ?? 0 }),
        description: t('operations.switchText'),
        action: t('operations.switch'),
      };
    case 'stop':
      return {
        title: t('operations.stopTitle', { view, number: building?.number ?? 0 }),
        description: t('operations.stopText'),
        action: t('operations.stop'),
      };
    case 'back':
      return {
        title: t('operations.backTitle', { view, number: previous?.number ?? 0 }),
        description: t('operations.backText'),
        action: t('operations.goBack'),
      };
    case 'drop':
      return {
        title: t('operations.dropTitle', { view, number: previous?.number ?? 0 }),
        description: t('operations.dropText'),
        action: t('operations.drop'),
      };
  }
}

/** What was done to a view; it says what is true for good, as it stands there until the next wish. */
function doneWords({ view: { view, building, previous }, action }: Wish, changed: OperatedView, t: Translate): string {
  switch (action) {
    case 'rebuild':
      return t('operations.rebuildDone', { view, number: changed.building?.number ?? 0 });
    case 'switch':
      return t('operations.switchDone', { view, number: changed.live.number });
    case 'stop':
      return t('operations.stopDone', { view, number: building?.number ?? 0 });
    case 'back':
      return t('operations.backDone', { view, number: changed.live.number });
    case 'drop':
      return t('operations.dropDone', { view, number: previous?.number ?? 0 });
  }
}

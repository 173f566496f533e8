'use client';

import { useMutation } from '@tanstack/react-query';
import { Hammer, History } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Entry } from '@/components/ui/entries';
import { FormError } from '@/components/ui/form-error';
import type { ViewAction } from '../api/change-view';
import { compareView, type Comparison } from '../api/compare-view';
import type { OperatedGeneration, OperatedView } from '../api/views';
import { progressOf } from '../model/progress';
import { spanWords } from '../model/span-words';
import { useProblemWords } from '../model/use-problem-words';
import styles from './rebuild-section.module.css';

interface Props {
  view: OperatedView;
  onWish(action: ViewAction): void;
}

/** A view that has more than one generation. */
export function RebuildEntry({ view, onWish }: Props) {
  const t = useTranslations();
  const problemWords = useProblemWords();
  const compared = useMutation({ mutationFn: ({ view }: OperatedView) => compareView(view) });
  const { live, building, previous, caughtUp } = view;
  const other = (building ?? previous)?.number;
  // What was compared before somebody switched says nothing of what there is now.
  const comparison = compared.data?.live === live.number && compared.data.other === other ? compared.data : null;
  const isOfNow = compared.variables !== undefined && numbersOf(compared.variables) === numbersOf(view);
  return (
    <Entry
      sign={building ? <Hammer size={20} aria-hidden /> : <History size={20} aria-hidden />}
      title={<b>{view.view}</b>}
      about={
        <>
          {building && (
            <span className={styles.line}>
              {t('operations.building', { number: building.number, live: live.number })}
            </span>
          )}
          {previous && (
            <span className={styles.line}>{t('operations.kept', { number: previous.number, live: live.number })}</span>
          )}
        </>
      }
      text={
        <>
          {building && <Bar view={view.view} generation={building} caughtUp={caughtUp === true} />}
          <span role="status" className={styles.outcome}>
            {compared.isPending && t('operations.comparing')}
            {comparison && !compared.isPending && comparisonWords(comparison)}
          </span>
          <FormError message={isOfNow ? problemWords(compared.error) : null} />
          {/* As many as there may be, they take the room of the words if they stand beside them. */}
          <span className={styles.actions}>
            <Button look="quiet" busy={compared.isPending} onClick={() => compared.mutate(view)}>
              {t('operations.compare')}
            </Button>
            {building && (
              <>
                <Button look="quiet" onClick={() => onWish('stop')}>
                  {t('operations.stop')}
                </Button>
                <Button look="plain" disabled={caughtUp !== true} onClick={() => onWish('switch')}>
                  {t('operations.switch')}
                </Button>
              </>
            )}
            {previous && (
              <>
                <Button look="quiet" onClick={() => onWish('drop')}>
                  {t('operations.drop')}
                </Button>
                <Button look="plain" onClick={() => onWish('back')}>
                  {t('operations.goBack')}
                </Button>
              </>
            )}
          </span>
        </>
      }
    />
  );

  function comparisonWords({ same, collections }: Comparison): string {
    const differing = collections.filter((each) => each.differing > 0);
    return same
      ? t('operations.same', { count: collections.reduce((sum, { documents }) => sum + documents, 0) })
      : t('operations.different', {
          count: differing.reduce((sum, each) => sum + each.differing, 0),
          collections: differing.map(({ collection }) => collection).join(', '),
        });
  }
}

/** Which generations a view has. */
function numbersOf({ live, building, previous }: OperatedView): string {
  return [live, building, previous].map((generation) => generation?.number).join('/');
}

function Bar({ view, generation, caughtUp }: { view: string; generation: OperatedGeneration; caughtUp: boolean }) {
  const t = useTranslations();
  const locale = useLocale();
  const { part, left } = progressOf(generation);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(part * 100) / 100);
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} aria-label={t('operations.progress', { view })} value={part} max={1} />
      <span className={styles.figures}>
        <b>{percent}</b>
        {caughtUp ? (
          t('operations.caughtUp')
        ) : (
          <>
            <span>{t('operations.recordsLeft', { count: generation.lagRecords })}</span>
            <span>
              {left === null ? t('operations.leftUnknown') : t('operations.left', { span: spanWords(left, locale) })}
            </span>
          </>
        )}
      </span>
    </span>
  );
}

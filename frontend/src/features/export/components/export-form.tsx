'use client';

import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Form, FormActions } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { SelectField } from '@/components/ui/text-field';
import { useFormErrors } from '@/http/use-form-errors';
import { sizeWords } from '@/i18n/size-words';
import type { ExportScope } from '../api/fetch-export';
import { exporter, useExport } from '../model/browser-exporter';
import { MEMORY_MEGABYTES, TooLargeError, writesFiles } from '../model/export-file';
import type { ExportState } from '../model/exporter';
import { FORMATS, type FormatId } from '../model/formats';
import styles from './export-form.module.css';

const HINTS = { jsonl: 'exporting.jsonlHint', csv: 'exporting.csvHint' } as const;
const LABELS = { jsonl: 'exporting.jsonl', csv: 'exporting.csv' } as const;

/** Saves the messages of a server or of a channel to a file. */
export function ExportForm({ scopes }: { scopes: readonly ExportScope[] }) {
  const t = useTranslations();
  const [chosen, setChosen] = useState(scopes[0]?.id);
  const [format, setFormat] = useState<FormatId>('jsonl');
  const state = useExport();
  const scope = scopes.find(({ id }) => id === chosen) ?? scopes[0];
  const isRunning = state?.status === 'running';

  return (
    <Form onSubmit={() => scope && !isRunning && void exporter.start(scope, format)}>
      {scopes.length > 1 && (
        <SelectField
          label={t('exporting.what')}
          disabled={isRunning}
          value={scope?.id}
          onChange={({ target }) => setChosen(target.value)}
        >
          {scopes.map(({ kind, id, name }) => (
            <option key={id} value={id}>
              {kind === 'server' ? t('exporting.allChannels') : `#${name}`}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('exporting.format')}
        hint={t(HINTS[format])}
        disabled={isRunning}
        value={format}
        onChange={({ target }) => setFormat(target.value as FormatId)}
      >
        {Object.values(FORMATS).map(({ id }) => (
          <option key={id} value={id}>
            {t(LABELS[id])}
          </option>
        ))}
      </SelectField>
      {!writesFiles() && <p className={styles.hint}>{t('exporting.keptInMemory', { limit: MEMORY_MEGABYTES })}</p>}
      {state && <Outcome state={state} />}
      <FormActions>
        {isRunning ? (
          <Button look="plain" onClick={exporter.clear}>
            {t('exporting.cancel')}
          </Button>
        ) : (
          <Button type="submit">{t(state?.status === 'failed' ? 'common.tryAgain' : 'exporting.start')}</Button>
        )}
      </FormActions>
    </Form>
  );
}

function Outcome({ state }: { state: ExportState }) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
  const { written, scope } = state;
  if (state.status === 'failed') {
    const { error } = state;
    if (error instanceof TooLargeError) {
      return <FormError message={t('exporting.tooLarge', { limit: MEMORY_MEGABYTES })} />;
    }
    // What the browser says of a file is for developers.
    if (error instanceof DOMException) return <FormError message={t('exporting.notSaved')} />;
    return <FormError message={formErrors(error, []).general} />;
  }
  const isRunning = state.status === 'running';
  return (
    <div className={styles.outcome}>
      <p role="status" className={styles.status}>
        {isRunning ? t('exporting.running', { name: scope.name }) : t('exporting.done', { file: state.fileName })}
      </p>
      {/* How much there will be is not known. */}
      {isRunning && <progress className={styles.progress} aria-label={t('exporting.progress')} />}
      <p className={styles.written}>
        {t('exporting.written', { count: written.messages, size: sizeWords(written.bytes, locale) })}
      </p>
    </div>
  );
}

'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '@/components/ui/copy-text';
import styles from './message-text.module.css';
import { useHighlighted } from './use-highlighted';

/** Code on lines of its own, to be copied at once. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const t = useTranslations();
  const [copied, setCopied] = useState<boolean | null>(null);
  const [wrapped, setWrapped] = useState(false);
  const highlighted = useHighlighted(text, language);
  return (
    <div className={styles.block} data-wrapped={wrapped || undefined}>
      <div className={styles.bar}>
        <span>{language || t('timeline.code')}</span>
        <span className={styles.tools}>
          <button
            type="button"
            className={styles.tool}
            aria-pressed={wrapped}
            onClick={() => setWrapped((before) => !before)}
          >
            {t('timeline.wrapCode')}
          </button>
          <button
            type="button"
            className={styles.tool}
            onClick={() => void copyText(text).then(setCopied)}
            onBlur={() => setCopied(null)}
          >
            {copied === null ? t('timeline.copyCode') : t(copied ? 'common.copied' : 'common.notCopied')}
          </button>
        </span>
      </div>
      <pre tabIndex={0} dir="ltr">
        <code>{highlighted}</code>
      </pre>
    </div>
  );
}

'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './message-text.module.css';

/** Code on lines of its own, to be copied at once. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const t = useTranslations();
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.block}>
      <div className={styles.bar}>
        <span>{language || t('timeline.code')}</span>
        <button
          type="button"
          className={styles.copy}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          onBlur={() => setCopied(false)}
        >
          {copied ? t('common.copied') : t('timeline.copyCode')}
        </button>
      </div>
      <pre tabIndex={0} dir="ltr">
        <code>{text}</code>
      </pre>
    </div>
  );
}

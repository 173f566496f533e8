'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '@/components/ui/copy-text';
import styles from './message-text.module.css';

/** Code on lines of its own, to be copied at once. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const t = useTranslations();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className={styles.block}>
      <div className={styles.bar}>
        <span>{language || t('timeline.code')}</span>
        <button
          type="button"
          className={styles.copy}
          onClick={() => void copyText(text).then(setCopied)}
          onBlur={() => setCopied(null)}
        >
          {copied === null ? t('timeline.copyCode') : t(copied ? 'common.copied' : 'common.notCopied')}
        </button>
      </div>
      <pre tabIndex={0} dir="ltr">
        <code>{text}</code>
      </pre>
    </div>
  );
}

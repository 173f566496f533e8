'use client';

import { useState } from 'react';
import styles from './message-text.module.css';

/** Code on lines of its own, to be copied at once. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.block}>
      <div className={styles.bar}>
        <span>{language || 'code'}</span>
        <button
          type="button"
          className={styles.copy}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          onBlur={() => setCopied(false)}
        >
          {copied ? 'Copied' : 'Copy code'}
        </button>
      </div>
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </div>
  );
}

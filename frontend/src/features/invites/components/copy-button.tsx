'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

interface Props {
  text: string;
  /** The code of the invite whose link it is, where several can be copied. */
  code?: string;
  look?: 'primary' | 'plain';
  className?: string | undefined;
}

export function CopyButton({ text, code, look = 'primary', className }: Props) {
  const t = useTranslations();
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <Button
      look={look}
      disabled={text === ''}
      onClick={() => void copyText(text).then(setCopied)}
      className={className}
    >
      {copied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
      <span aria-live="polite">
        {copied === false
          ? t('common.notCopied')
          : code === undefined
            ? t(copied ? 'common.copied' : 'common.copy')
            : t.rich(copied ? 'invites.copiedLink' : 'invites.copyLink', {
                code,
                hidden: (words) => <span className="visually-hidden">{words}</span>,
              })}
      </span>
    </Button>
  );
}

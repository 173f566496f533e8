'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

interface Props {
  text: string;
  /** The code of the invite whose link it is, where several can be copied. */
  code?: string;
  look?: 'primary' | 'plain';
  className?: string | undefined;
}

export function CopyButton({ text, code, look = 'primary', className }: Props) {
  const t = useTranslations();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => setCopied(true))
      // Without the permission the link is there to be selected.
      .catch(() => setCopied(false));

  return (
    <Button look={look} disabled={text === ''} onClick={() => void copy()} className={className}>
      {copied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
      <span aria-live="polite">
        {code === undefined
          ? t(copied ? 'common.copied' : 'common.copy')
          : t.rich(copied ? 'invites.copiedLink' : 'invites.copyLink', {
              code,
              hidden: (words) => <span className="visually-hidden">{words}</span>,
            })}
      </span>
    </Button>
  );
}

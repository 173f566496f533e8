'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

interface Props {
  text: string;
  /** What is copied, where several can be. */
  label?: string;
  look?: 'primary' | 'plain';
  className?: string | undefined;
}

export function CopyButton({ text, label, look = 'primary', className }: Props) {
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
        {copied ? 'Copied' : 'Copy'}
        {label && <span className="visually-hidden"> {label}</span>}
      </span>
    </Button>
  );
}

import { History } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { PastDialog } from './past-dialog-on-demand';

interface Props {
  className?: string | undefined;
  onOpen(): void;
}

/** Leads to a channel as it was. */
export function PastButton({ className, onOpen }: Props) {
  const t = useTranslations();
  return (
    <IconButton
      label={t('past.open')}
      className={className}
      aria-haspopup="dialog"
      onClick={onOpen}
      onFocus={PastDialog.prefetch}
      onPointerEnter={PastDialog.prefetch}
    >
      <History size={18} aria-hidden />
    </IconButton>
  );
}

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** Who comes by an address, or has lost the permission meanwhile. */
export function NotYours() {
  const t = useTranslations();
  return (
    <EmptyState icon={<Lock size={30} />} title={t('servers.notYours')} level={2}>
      {t('servers.notYoursText')}
    </EmptyState>
  );
}

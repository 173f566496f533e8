'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { queryKeys } from '@/contracts/query-keys';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { createInvite, FOR_A_WEEK } from '../api/create-invite';
import { inviteLink } from '../model/invite-link';
import { CopyButton } from './copy-button';
import styles from './invite-dialog.module.css';

const DAY_MS = 86_400_000;

interface Props {
  serverId: string;
  serverName: string;
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function InviteDialog({ serverId, serverName, open, onOpenChange }: Props) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('invites.inviteTo', { name: serverName })}
      description={t('invites.inviteText')}
    >
      <InviteLink serverId={serverId} />
    </Dialog>
  );
}

function InviteLink({ serverId }: { serverId: string }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const keys = useCommandKeys();
  // A command, kept like a query: one link a day, however often the dialog is opened.
  const invite = useQuery({
    queryKey: queryKeys.ownInvite(serverId),
    queryFn: () => keys.run(serverId, (key) => createInvite(serverId, FOR_A_WEEK, key)),
    staleTime: DAY_MS,
    gcTime: Infinity,
  });
  const link = invite.data === undefined ? '' : inviteLink(location.origin, invite.data);

  if (invite.isError) {
    return (
      <div className={styles.failed}>
        <FormError message={formErrors(invite.error, []).general} />
        <Button look="plain" onClick={() => void invite.refetch()}>
          {t('common.tryAgain')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles.row}>
        <input
          className={styles.link}
          aria-label={t('invites.link')}
          readOnly
          value={link}
          placeholder={t('invites.making')}
          onFocus={({ target }) => target.select()}
        />
        <CopyButton text={link} className={styles.copy} />
      </div>
      <p className={styles.hint}>{t('invites.lastsAWeek')}</p>
    </>
  );
}

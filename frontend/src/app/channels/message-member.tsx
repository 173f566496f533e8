'use client';

import { useMutation } from '@tanstack/react-query';
import { MessageCircle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { openConversation } from '@/features/conversations/api/open-conversation';
import { useCommandKeys } from '@/http/use-command-keys';
import { useFormErrors } from '@/http/use-form-errors';

/** On the card of a member: to the conversation with them. */
export function MessageMember({ userId }: { userId: string }) {
  const t = useTranslations();
  const formErrors = useFormErrors();
  const router = useRouter();
  const keys = useCommandKeys();
  const opening = useMutation({
    mutationFn: () => keys.run(userId, (key) => openConversation(userId, key)),
    onSuccess: ({ serverId, channelId }) => router.push(`/channels/${serverId}/${channelId}`),
  });
  return (
    <>
      <FormError message={formErrors(opening.error, []).general} />
      <Button look="plain" wide busy={opening.isPending} onClick={() => opening.mutate()}>
        <MessageCircle size={16} aria-hidden />
        {t('shell.message')}
      </Button>
    </>
  );
}

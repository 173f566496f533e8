import { useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import { plainOf } from '@/markdown/plain';
import { MentionName } from './mention-name';

/** What a message says, in one line without looks. */
export function Excerpt({ message: { content, attachments } }: { message: Pick<Message, 'content' | 'attachments'> }) {
  const t = useTranslations();
  if (content === '' && attachments.length === 0) return '…';
  if (content === '') {
    return attachments.length === 1 ? attachments[0]?.name : t('timeline.files', { count: attachments.length });
  }
  return plainOf(content).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : piece.kind === 'spoiler' ? (
      t('common.spoiler')
    ) : (
      <MentionName key={index} {...piece} />
    ),
  );
}

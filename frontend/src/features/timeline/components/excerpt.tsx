import { useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import { segmentsOf, type Segment } from '../model/segments';
import { MentionName } from './mention-name';

/** What a message says, in one line without looks. */
export function Excerpt({ message: { content, attachments } }: { message: Pick<Message, 'content' | 'attachments'> }) {
  const t = useTranslations();
  if (content === '' && attachments.length === 0) return '…';
  if (content === '') {
    return attachments.length === 1 ? attachments[0]?.name : t('timeline.files', { count: attachments.length });
  }
  return <Plain segments={segmentsOf(content)} />;
}

function Plain({ segments }: { segments: readonly Segment[] }) {
  return segments.map((segment, index) => {
    if ('children' in segment) return <Plain key={index} segments={segment.children} />;
    if (segment.kind === 'user' || segment.kind === 'role') return <MentionName key={index} {...segment} />;
    return segment.text;
  });
}

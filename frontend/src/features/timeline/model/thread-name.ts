import type { Message } from '@/contracts/message';
import type { Translate } from '@/i18n/translate';
import { segmentsOf, type Segment } from './segments';

const NAME_LENGTH = 60;

/** What a thread is called that begins at a message: how the message begins, without its looks and without tokens. */
export function threadNameOf({ content, attachments }: Pick<Message, 'content' | 'attachments'>, t: Translate): string {
  const words = segmentsOf(content)
    .map(wordsOf)
    .join('')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const name = [...words].slice(0, NAME_LENGTH).join('').trim();
  return name || attachments[0]?.name || t('timeline.thread');
}

function wordsOf(segment: Segment): string {
  if ('children' in segment) return segment.children.map(wordsOf).join('');
  return segment.kind === 'user' || segment.kind === 'role' ? '' : segment.text;
}

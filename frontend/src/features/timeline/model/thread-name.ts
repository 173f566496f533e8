import type { Message } from '@/contracts/message';
import type { Translate } from '@/i18n/translate';
import { plainOf } from '@/markdown/plain';

const NAME_LENGTH = 60;

/** What a thread is called that begins at a message: how the message begins, without its looks and without tokens. */
export function threadNameOf({ content, attachments }: Pick<Message, 'content' | 'attachments'>, t: Translate): string {
  const words = plainOf(content)
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'spoiler' ? t('common.spoiler') : ''))
    .join('')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const name = [...words].slice(0, NAME_LENGTH).join('').trim();
  return name || attachments[0]?.name || t('timeline.thread');
}

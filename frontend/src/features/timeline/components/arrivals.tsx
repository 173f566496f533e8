'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Message } from '@/contracts/message';
import { useCalled } from '@/profiles/called';
import { arrivals } from '../model/arrivals';
import type { Timeline } from '../model/timeline';
import { Excerpt } from './excerpt';

/** Read out one after the other; of more at once only how many they are, and the last one. */
const READ_OUT = 3;

interface Said {
  message: Message;
  /** How many came along with it that are not read out. */
  others: number;
}

/**
 * Tells those who hear the page what is said while they are here. The timeline itself cannot: loading the past, and the
 * buttons of the message that one is at, are additions to it as well.
 */
export function Arrivals({ timeline, me }: { timeline: Timeline; me: string }) {
  const t = useTranslations();
  const [before, setBefore] = useState(timeline);
  const [said, setSaid] = useState<readonly Said[]>([]);
  if (before !== timeline) {
    setBefore(timeline);
    const arrived = arrivals(before, timeline, me);
    const shown = arrived.length > READ_OUT ? arrived.slice(-1) : arrived;
    const others = arrived.length - shown.length;
    if (shown.length > 0) setSaid([...said, ...shown.map((message) => ({ message, others }))].slice(-READ_OUT));
  }
  return (
    <div className="visually-hidden" aria-live="polite" aria-relevant="additions" data-arrivals>
      {said.map(({ message, others }) => (
        <p key={message.messageId}>
          {others > 0 && t('timeline.arrived', { count: others })} <Author userId={message.authorId} />:{' '}
          <Excerpt message={message} />
        </p>
      ))}
    </div>
  );
}

function Author({ userId }: { userId: string }) {
  return useCalled(userId).name;
}

'use client';

import { Fragment, type ReactNode } from 'react';
import type { Mentions } from '@/contracts/message';
import { segmentsOf, type Segment } from '../model/segments';
import { CodeBlock } from './code-block';
import { MentionName } from './mention-name';
import styles from './message-text.module.css';

interface Props {
  content: string;
  /** Whom the message calls; what it does not call is named, and no more. */
  mentions: Mentions | null;
}

/** What somebody wrote: text with mentions, web addresses, emphasis and code. React escapes it; nothing in it is HTML. */
export function MessageText({ content, mentions }: Props) {
  return <Segments segments={segmentsOf(content)} mentions={mentions} />;
}

function Segments({ segments, mentions }: { segments: readonly Segment[]; mentions: Mentions | null }) {
  return segments.map((segment, index) => <Fragment key={index}>{shown(segment, mentions)}</Fragment>);
}

function shown(segment: Segment, mentions: Mentions | null): ReactNode {
  switch (segment.kind) {
    case 'text':
      return segment.text;
    case 'link':
      return (
        <a href={segment.href} target="_blank" rel="noopener noreferrer nofollow">
          {segment.text}
        </a>
      );
    case 'code':
      return <code className={styles.code}>{segment.text}</code>;
    case 'block':
      return <CodeBlock text={segment.text} language={segment.language} />;
    case 'user':
      return <Mention {...segment} called={mentions?.users.includes(segment.id) ?? false} />;
    case 'role':
      return <Mention {...segment} called={mentions?.roles.includes(segment.id) ?? false} />;
    case 'everyone':
      return <span className={mentions?.everyone ? styles.mention : undefined}>{segment.text}</span>;
    case 'strong':
      return (
        <strong>
          <Segments segments={segment.children} mentions={mentions} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Segments segments={segment.children} mentions={mentions} />
        </em>
      );
    case 'deletion':
      return (
        <del>
          <Segments segments={segment.children} mentions={mentions} />
        </del>
      );
  }
}

function Mention({ kind, id, called }: { kind: 'user' | 'role'; id: string; called: boolean }) {
  return (
    <span className={called ? styles.mention : undefined}>
      <MentionName kind={kind} id={id} />
    </span>
  );
}

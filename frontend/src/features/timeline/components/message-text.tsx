'use client';

import Link from 'next/link';
import { Fragment, useMemo, type ReactNode } from 'react';
import type { Mentions } from '@/contracts/message';
import { markdownOf, type Block, type Inline, type NamedLink } from '@/markdown/markdown';
import { CodeBlock } from './code-block';
import { MentionName } from './mention-name';
import styles from './message-text.module.css';
import { Spoiler } from './spoiler';
import { useChannel } from './use-channel';

interface Props {
  content: string;
  /** Whom the message calls; what it does not call is named, and no more. */
  mentions: Mentions | null;
}

/** What somebody wrote: Markdown with mentions and channels. React escapes it; nothing in it is HTML. */
export function MessageText({ content, mentions }: Props) {
  const blocks = useMemo(() => markdownOf(content), [content]);
  return blocksOf(blocks, mentions);
}

// No components: each message would be made of as many again.
function blocksOf(blocks: readonly Block[], mentions: Mentions | null): ReactNode {
  return blocks.map((block, index) => <Fragment key={index}>{blockOf(block, mentions)}</Fragment>);
}

function blockOf(block: Block, mentions: Mentions | null): ReactNode {
  switch (block.kind) {
    case 'text':
      return partsOf(block.children, mentions);
    case 'heading':
      // It has the looks of one, and no place in the outline of the page.
      return (
        <p className={styles.heading} data-level={block.level}>
          {partsOf(block.children, mentions)}
        </p>
      );
    case 'quote':
      return <blockquote className={styles.quote}>{blocksOf(block.children, mentions)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{blocksOf(item, mentions)}</li>);
      return block.first === null ? (
        <ul className={styles.list}>{items}</ul>
      ) : (
        <ol className={styles.list} start={block.first}>
          {items}
        </ol>
      );
    }
    case 'code':
      return <CodeBlock text={block.lines.map(({ text }) => text).join('\n')} language={block.language} />;
  }
}

function partsOf(parts: readonly Inline[], mentions: Mentions | null): ReactNode {
  return parts.map((part, index) => <Fragment key={index}>{partOf(part, mentions)}</Fragment>);
}

function partOf(part: Inline, mentions: Mentions | null): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
    case 'named-link':
      return namedLink(part, mentions);
    case 'spoiler':
      return <Spoiler>{partsOf(part.children, mentions)}</Spoiler>;
    case 'code':
      return <code className={styles.code}>{part.text}</code>;
    case 'user':
      return <Mention {...part} kind="user" called={mentions?.users.includes(part.id) ?? false} />;
    case 'role':
      return <Mention {...part} kind="role" called={mentions?.roles.includes(part.id) ?? false} />;
    case 'channel':
      return <ChannelLink channelId={part.id} />;
    case 'everyone':
      return <span className={mentions?.everyone ? styles.mention : undefined}>{part.text}</span>;
    case 'strong':
      return <strong>{partsOf(part.children, mentions)}</strong>;
    case 'emphasis':
      return <em>{partsOf(part.children, mentions)}</em>;
    case 'deletion':
      return <del>{partsOf(part.children, mentions)}</del>;
  }
}

/** Its title tells where it leads, and so do words beside it where its text may be taken for another place. */
function namedLink({ href, place, children }: NamedLink, mentions: Mentions | null): ReactNode {
  return (
    <a
      href={href}
      title={href}
      rel="noopener noreferrer nofollow"
      {...(!href.startsWith('mailto:') && { target: '_blank' })}
    >
      {partsOf(children, mentions)}
      {place !== null && (
        <bdi className={styles.place}>
          {' ('}
          {place}
          {')'}
        </bdi>
      )}
    </a>
  );
}

function Mention({ kind, id, called }: { kind: 'user' | 'role'; id: string; called: boolean }) {
  return (
    <span className={called ? styles.mention : undefined}>
      <MentionName kind={kind} id={id} />
    </span>
  );
}

/** The way to a channel, by what it is called now; where the reader does not see it, that is all they are told. */
function ChannelLink({ channelId }: { channelId: string }) {
  const channel = useChannel(channelId);
  const name = <MentionName kind="channel" id={channelId} />;
  if (channel === null) return <span className={styles.unknown}>{name}</span>;
  return (
    <Link href={channel.href} className={styles.mention}>
      {name}
    </Link>
  );
}

'use client';

import { SmilePlus } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Tooltip } from '@/components/ui/tooltip';
import type { Reaction } from '@/contracts/message';
import { EmojiButton } from '@/emoji/emoji-button';
import { useCalledAll } from '@/profiles/called';
import { hasRoom } from '../model/reactions';
import styles from './reaction-bar.module.css';

interface Props {
  reactions: readonly Reaction[];
  me: string;
  mayReact: boolean;
  onToggle(emoji: string): void;
}

/** How people reacted; one's own are pressed. */
export function ReactionBar({ reactions, me, mayReact, onToggle }: Props) {
  const t = useTranslations();
  return (
    <div className={styles.bar} role="group" aria-label={t('timeline.reactions')}>
      {reactions.map((reaction) => (
        <ReactionButton
          key={reaction.emoji}
          reaction={reaction}
          own={reaction.userIds.includes(me)}
          disabled={!mayReact}
          onClick={() => onToggle(reaction.emoji)}
        />
      ))}
      {mayReact && hasRoom(reactions) && (
        <EmojiButton label={t('timeline.addAnother')} className={styles.more} onPick={onToggle}>
          <SmilePlus size={16} aria-hidden />
        </EmojiButton>
      )}
    </div>
  );
}

const NAMED = 8;

interface ButtonProps {
  reaction: Reaction;
  own: boolean;
  disabled: boolean;
  onClick(): void;
}

function ReactionButton({ reaction: { emoji, userIds }, own, disabled, onClick }: ButtonProps) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const names = useCalledAll(userIds.slice(0, NAMED));
  const others = userIds.length - names.length;
  const all = others > 0 ? [...names, t('timeline.others', { count: others })] : names;
  const people = new Intl.ListFormat(locale).format(all);
  return (
    <Tooltip text={t('timeline.reacted', { people, emoji })}>
      <button
        type="button"
        className={styles.reaction}
        aria-pressed={own}
        aria-disabled={disabled || undefined}
        aria-label={`${emoji} ${userIds.length}: ${people}`}
        onClick={disabled ? undefined : onClick}
      >
        <span className={styles.emoji}>{emoji}</span>
        <span className={styles.count}>{format.number(userIds.length)}</span>
      </button>
    </Tooltip>
  );
}

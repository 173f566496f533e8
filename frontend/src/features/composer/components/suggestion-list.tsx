import { AtSign, Hash } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PersonAvatar } from '@/profiles/person-avatar';
import type { EmojiSuggestion, Suggestion } from '../model/suggestions';
import styles from './mention-field.module.css';

interface Props {
  id: string;
  suggestions: readonly (Suggestion | EmojiSuggestion)[];
  chosen: number;
  onPick(suggestion: Suggestion | EmojiSuggestion): void;
}

const LABELS = {
  user: 'composer.suggestions',
  role: 'composer.suggestions',
  everyone: 'composer.suggestions',
  channel: 'composer.channels',
  emoji: 'composer.emoji',
} as const;

/** Whom to mention, which channel to name, or which emoji to write; the field keeps the focus. */
export function SuggestionList({ id, suggestions, chosen, onPick }: Props) {
  const t = useTranslations();
  return (
    <ul id={id} className={styles.list} role="listbox" aria-label={t(LABELS[suggestions[0]?.kind ?? 'user'])}>
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className={styles.option}
          // The field must not lose the focus to the press that picks.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
        >
          <Picture of={suggestion} />
          <span className={styles.name} dir="auto">
            {suggestion.name}
          </span>
          {suggestion.kind !== 'emoji' && <span className={styles.detail}>{suggestion.detail}</span>}
        </li>
      ))}
    </ul>
  );
}

function Picture({ of }: { of: Suggestion | EmojiSuggestion }) {
  switch (of.kind) {
    case 'user':
      return <PersonAvatar userId={of.id} name={of.name} size="small" />;
    case 'emoji':
      return (
        <span className={styles.emoji} aria-hidden>
          {of.emoji}
        </span>
      );
    case 'channel':
      return (
        <span className={styles.icon}>
          <Hash size={16} aria-hidden />
        </span>
      );
    case 'role':
    case 'everyone':
      return (
        <span className={styles.icon}>
          <AtSign size={16} aria-hidden />
        </span>
      );
  }
}

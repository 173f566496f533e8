import { AtSign } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PersonAvatar } from '@/profiles/person-avatar';
import type { Suggestion } from '../model/suggestions';
import styles from './mention-field.module.css';

interface Props {
  id: string;
  suggestions: readonly Suggestion[];
  chosen: number;
  onPick(suggestion: Suggestion): void;
}

/** Whom to mention; the field keeps the focus. */
export function SuggestionList({ id, suggestions, chosen, onPick }: Props) {
  const t = useTranslations();
  return (
    <ul id={id} className={styles.list} role="listbox" aria-label={t('composer.suggestions')}>
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
          {suggestion.kind === 'user' ? (
            <PersonAvatar userId={suggestion.id} name={suggestion.name} size="small" />
          ) : (
            <span className={styles.icon}>
              <AtSign size={16} aria-hidden />
            </span>
          )}
          <span className={styles.name} dir="auto">
            {suggestion.name}
          </span>
          <span className={styles.detail}>{suggestion.detail}</span>
        </li>
      ))}
    </ul>
  );
}

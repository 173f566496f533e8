'use client';

import {
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
  type RefObject,
} from 'react';
import { findEmoji, nameOf } from '@/emoji/emoji';
import { toned, useSkinTone } from '@/emoji/skin-tone';
import { useEmoji } from '@/emoji/use-emoji';
import { useSpeech } from '@/i18n/speech-provider';
import { MentionSearch } from '../model/mention-search';
import {
  SHOWN,
  suggestionsFor,
  typedAt,
  type EmojiSuggestion,
  type Suggestion,
  type Typed,
} from '../model/suggestions';
import styles from './mention-field.module.css';
import { SuggestionList } from './suggestion-list-on-demand';

/** Writes where the caret is, in place of what is selected. */
export interface Inserter {
  insert(text: string): void;
}

interface Props extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> {
  field: RefObject<HTMLTextAreaElement | null>;
  inserter?: Ref<Inserter>;
  value: string;
  /** Who may be mentioned, and which channels may be named. */
  suggestions: readonly Suggestion[];
  onWrite(text: string): void;
  onPicked(suggestion: Suggestion): void;
}

/**
 * A field that grows with what is written, and offers whom to mention after an at sign, channels after a hash, and emoji after
 * a colon.
 */
export function MentionField({
  field,
  inserter,
  value,
  suggestions,
  onWrite,
  onPicked,
  onKeyDown,
  className,
  ...rest
}: Props) {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  // What was sent is gone, and so is the place in it.
  if (value === '' && closedAt !== null) setClosedAt(null);
  const typed = typedAt(value, caret);
  const found = useFound(typed, suggestions);
  const onMention = useContext(MentionSearch);
  const called = typed?.mark === '@' ? typed.query : '';
  useEffect(() => onMention?.(called), [onMention, called]);
  const offered = typed?.start === closedAt ? [] : found;
  const at = Math.min(chosen, offered.length - 1);
  const moveTo = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    fit(element);
    if (moveTo.current !== null) element.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [value, field]);

  function writeAt(before: string, after: string) {
    moveTo.current = before.length;
    setCaret(before.length);
    onWrite(before + after);
  }

  useImperativeHandle(inserter, () => ({
    insert: (text) => {
      const start = field.current?.selectionStart ?? value.length;
      const end = field.current?.selectionEnd ?? value.length;
      writeAt(value.slice(0, start) + text, value.slice(end));
    },
  }));

  function pick(suggestion: Suggestion | EmojiSuggestion) {
    if (!typed) return;
    const word = suggestion.kind === 'emoji' ? suggestion.emoji : `${typed.mark}${suggestion.name}`;
    setClosedAt(typed.start);
    if (suggestion.kind !== 'emoji') onPicked(suggestion);
    writeAt(`${value.slice(0, typed.start)}${word} `, value.slice(caret).replace(/^ /, ''));
    field.current?.focus();
  }

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const selected = offered[at];
    if (selected && !event.nativeEvent.isComposing) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((at + step + offered.length) % offered.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) pick(selected);
      else if (event.key === 'Escape') setClosedAt(typed?.start ?? null);
      else return onKeyDown?.(event);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onKeyDown?.(event);
  }

  return (
    <div className={styles.place}>
      {offered.length > 0 && <SuggestionList id={listId} suggestions={offered} chosen={at} onPick={pick} />}
      <textarea
        {...rest}
        ref={field}
        className={[styles.field, className].filter(Boolean).join(' ')}
        // What is empty begins where the page does.
        dir={value === '' ? undefined : 'auto'}
        rows={1}
        value={value}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
        onChange={({ target }) => {
          setCaret(target.selectionStart);
          setChosen(0);
          if (closedAt !== null && !/[@#:]/.test(target.value.charAt(closedAt))) setClosedAt(null);
          onWrite(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={keyDown}
      />
    </div>
  );
}

/** Whom, or what, fits what is being typed. */
function useFound(typed: Typed | null, named: readonly Suggestion[]): readonly (Suggestion | EmojiSuggestion)[] {
  const { locale } = useSpeech();
  const tone = useSkinTone();
  const emoji = useEmoji(typed?.mark === ':');
  if (typed === null) return [];
  if (typed.mark !== ':') return suggestionsFor(typed.mark, typed.query, named);
  return findEmoji(emoji, typed.query.replaceAll('_', ' '), locale)
    .slice(0, SHOWN)
    .map((entry) => ({ id: entry.emoji, kind: 'emoji', name: nameOf(entry), emoji: toned(entry.emoji, tone) }));
}

/** As high as what is in it. */
function fit(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}

'use client';

import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { mentionAt, suggestionsFor, type Suggestion } from '../model/suggestions';
import styles from './mention-field.module.css';
import { SuggestionList } from './suggestion-list';

interface Props extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'ref'> {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  /** Who may be mentioned. */
  suggestions: readonly Suggestion[];
  onWrite(text: string): void;
  onPicked(suggestion: Suggestion): void;
}

/** A field that grows with what is written, and offers whom to mention after an at sign. */
export function MentionField({ field, value, suggestions, onWrite, onPicked, onKeyDown, className, ...rest }: Props) {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const typed = mentionAt(value, caret);
  const offered = typed && typed.start !== closedAt ? suggestionsFor(typed.query, suggestions) : [];
  const at = Math.min(chosen, offered.length - 1);
  const moveTo = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    fit(element);
    if (moveTo.current !== null) element.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = null;
  }, [value, field]);

  function pick(suggestion: Suggestion) {
    if (!typed) return;
    const before = `${value.slice(0, typed.start)}@${suggestion.name} `;
    moveTo.current = before.length;
    setCaret(before.length);
    setClosedAt(typed.start);
    onPicked(suggestion);
    onWrite(before + value.slice(caret).replace(/^ /, ''));
    field.current?.focus();
  }

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const selected = offered[at];
    if (selected && !event.nativeEvent.isComposing) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((at + step + offered.length) % offered.length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(selected);
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
          if (target.value.charAt(closedAt ?? 0) !== '@') setClosedAt(null);
          onWrite(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={keyDown}
      />
    </div>
  );
}

/** As high as what is in it. */
function fit(element: HTMLTextAreaElement): void {
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}

'use client';

import { AtSign, CalendarDays, Hash, ListFilter, Paperclip, Search as SearchIcon, X } from 'lucide-react';
import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import { PersonAvatar } from '@/profiles/person-avatar';
import { choose, isTypingValue, optionsFor, type Option, type Vocabulary } from '../model/options';
import { NO_SEARCH, queryOf, without, type Search } from '../model/search';
import styles from './search-field.module.css';

interface Props {
  search: Search;
  vocabulary: Vocabulary;
  /** Asked once it is there: whether it takes the focus then, without a word about filters. */
  takesFocus?(): boolean;
  onChange(search: Search): void;
  onSearch(search: Search): void;
  /** Into the results, if there are any. */
  onLeave?(): void;
  ref?: Ref<HTMLInputElement>;
}

/** Where one types what to search for; filters become chips. */
export function SearchField({ search, vocabulary, takesFocus, onChange, onSearch, onLeave, ref }: Props) {
  const t = useTranslations();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const quiet = useRef(false);
  const options = open ? optionsFor(search.text, vocabulary, new Date(), t) : [];
  const chosen = active ?? (isTypingValue(search.text) ? 0 : -1);

  useImperativeHandle(ref, () => input.current as HTMLInputElement);
  useLayoutEffect(() => {
    if (!takesFocus?.()) return;
    quiet.current = true;
    input.current?.focus();
    quiet.current = false;
  }, [takesFocus]);

  function change(next: Search) {
    setActive(null);
    setOpen(true);
    onChange(next);
  }

  function pick(option: Option) {
    const next = choose(search, option);
    change(next);
    if (option.filter === null) return;
    setOpen(false);
    onSearch(next);
  }

  function submit() {
    setOpen(false);
    if (queryOf(search) !== '') onSearch(search);
  }

  function remove(filter: Search['filters'][number]) {
    const next = without(search, filter);
    onChange(next);
    if (queryOf(next) !== '') onSearch(next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const option = options[chosen];
    const last = search.filters.at(-1);
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (options.length === 0) onLeave?.();
        else setActive(step(chosen, event.key === 'ArrowDown' ? 1 : -1, options.length));
        return;
      case 'Enter':
        event.preventDefault();
        if (option) pick(option);
        else submit();
        return;
      case 'Escape':
        if (options.length > 0) {
          event.preventDefault();
          event.stopPropagation();
          setOpen(false);
        }
        return;
      case 'Backspace':
        if (search.text === '' && last) remove(last);
    }
  }

  return (
    <div className={styles.place} role="search">
      <div className={styles.box}>
        <SearchIcon size={16} aria-hidden className={styles.glass} />
        <div className={styles.words}>
          {search.filters.map((filter) => (
            <span key={`${filter.key}:${filter.value}`} className={styles.chip}>
              <span className={styles.key}>{filter.key}:</span> <span className={styles.label}>{filter.label}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('search.remove', { filter: filter.key, value: filter.label })}
                onClick={() => remove(filter)}
              >
                <X size={14} aria-hidden />
              </button>
            </span>
          ))}
        </div>
        <input
          ref={input}
          className={styles.input}
          value={search.text}
          placeholder={search.filters.length === 0 ? t('search.placeholder') : ''}
          aria-label={t('search.field')}
          aria-keyshortcuts="Control+Shift+F Meta+Shift+F"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={id}
          aria-activedescendant={options[chosen] ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={400}
          onFocus={() => !quiet.current && setOpen(true)}
          onBlur={() => setOpen(false)}
          onClick={() => setOpen(true)}
          onChange={({ target }) => change({ ...search, text: target.value })}
          onKeyDown={onKeyDown}
        />
        {queryOf(search) !== '' && (
          <button
            type="button"
            className={styles.remove}
            aria-label={t('search.clear')}
            onClick={() => change(NO_SEARCH)}
          >
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
      {options.length > 0 && (
        <div className={styles.options}>
          <p className={styles.hint}>{isTypingValue(search.text) ? t('search.choose') : t('search.narrow')}</p>
          <ul id={id} role="listbox" aria-label={t('search.filters')}>
            {options.map((option, index) => (
              <li
                key={option.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                className={styles.option}
                // The field must not lose the focus to the press that picks.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(option)}
              >
                <OptionIcon option={option} />
                <span className={styles.name}>{option.name}</span>
                <span className={styles.detail}>{option.detail}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function OptionIcon({ option: { kind, name, filter } }: { option: Option }) {
  if ((kind === 'from' || kind === 'mentions') && filter && filter.value !== 'everyone') {
    return <PersonAvatar userId={filter.value} name={name} size="small" />;
  }
  const Icon =
    kind === 'filter'
      ? ListFilter
      : kind === 'in'
        ? Hash
        : kind === 'has'
          ? Paperclip
          : kind === 'mentions'
            ? AtSign
            : CalendarDays;
  return (
    <span className={styles.icon}>
      <Icon size={16} aria-hidden />
    </span>
  );
}

/** Round and round, and through none at all. */
function step(from: number, by: number, count: number): number {
  const next = from + by;
  if (next < -1) return count - 1;
  return next >= count ? -1 : next;
}

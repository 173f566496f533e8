'use client';

import { AtSign, Hash, MessagesSquare, Search, Users } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CountBadge } from '@/components/ui/count-badge';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import type { Translate } from '@/i18n/translate';
import { destinations, type Candidate, type Found } from '../model/candidates';
import styles from './switcher.module.css';

interface Props<C extends Candidate> {
  open: boolean;
  onOpenChange(open: boolean): void;
  candidates: readonly C[];
  /** Why one did not get where one wanted. */
  problem: string | null;
  onGo(candidate: C): void;
}

/** From anywhere to anywhere, by the keyboard: type a part of a name, choose, Enter. */
export function Switcher<C extends Candidate>({ open, onOpenChange, ...rest }: Props<C>) {
  const t = useTranslations();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      look="palette"
      title={t('switcher.title')}
      description={t('switcher.text')}
    >
      <Finder {...rest} />
    </Dialog>
  );
}

function Finder<C extends Candidate>({ candidates, problem, onGo }: Omit<Props<C>, 'open' | 'onOpenChange'>) {
  const t = useTranslations();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = destinations(candidates, text);
  const at = Math.min(chosen, found.length - 1);
  const selected = found[at]?.candidate;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, text]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + found.length) % found.length);
    else if (event.key === 'Enter' && selected) onGo(selected);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className={styles.search}>
        <Search size={18} aria-hidden />
        <input
          className={styles.field}
          role="combobox"
          aria-label={t('switcher.where')}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={selected && `${id}-${at}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('switcher.where')}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.results}>
        <FormError message={problem} />
        <ul ref={list} id={`${id}-list`} role="listbox" aria-label={t('switcher.places')} className={styles.list}>
          {found.map((one, index) => (
            <Option
              key={one.candidate.key}
              id={`${id}-${index}`}
              found={one}
              selected={index === at}
              onPoint={() => setChosen(index)}
              onGo={() => onGo(one.candidate)}
            />
          ))}
        </ul>
        <p role="status" className={found.length > 0 ? 'visually-hidden' : styles.none}>
          {words(found.length, text, t)}
        </p>
      </div>
      <p className={styles.help}>
        {(['choose', 'enter', 'channels', 'people'] as const).map((way) => (
          <span key={way}>{t.rich(`switcher.${way}`, { kbd: (key) => <kbd>{key}</kbd> })}</span>
        ))}
      </p>
    </>
  );
}

interface OptionProps {
  id: string;
  found: Found<Candidate>;
  selected: boolean;
  onPoint(): void;
  onGo(): void;
}

function Option({ id, found: { candidate, matched }, selected, onPoint, onGo }: OptionProps) {
  const t = useTranslations();
  const { kind, name, detail, unread, mentions } = candidate;
  const Icon = ICONS[kind];
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={styles.option}
      data-unread={unread || mentions > 0 || undefined}
      onPointerMove={selected ? undefined : onPoint}
      onClick={onGo}
    >
      <Icon size={18} aria-hidden className={styles.icon} />
      <span className={styles.name} dir="auto">
        {matched.size === 0 ? name : marked(name, matched)}
        <span className="visually-hidden">, {t(`switcher.${kind}`)},</span>
      </span>
      <span className={styles.detail}>{detail}</span>
      {(unread || mentions > 0) && (
        <span className="visually-hidden">
          , {mentions > 0 ? t('switcher.waiting', { count: mentions }) : t('common.unread')}
        </span>
      )}
      {mentions > 0 && <CountBadge count={mentions} className={styles.count} />}
    </li>
  );
}

function marked(name: string, matched: ReadonlySet<number>) {
  return [...name.split('')].map((character, index) =>
    matched.has(index) ? <b key={index}>{character}</b> : character,
  );
}

function words(count: number, text: string, t: Translate): string {
  if (count > 0) return t('switcher.found', { count });
  return t(text.trim() === '' ? 'switcher.typeName' : 'switcher.nothing');
}

const ICONS = { channel: Hash, person: AtSign, group: Users, server: MessagesSquare } as const;

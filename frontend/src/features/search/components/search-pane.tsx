'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { useEscape } from '@/components/ui/use-escape';
import { queryKeys } from '@/contracts/query-keys';
import { useFormErrors } from '@/http/use-form-errors';
import { namesWords } from '@/i18n/names-words';
import { useCalled } from '@/profiles/called';
import { PersonAvatar } from '@/profiles/person-avatar';
import { keepProfiles } from '@/profiles/use-profile';
import { searchMessages, type Found } from '../api/search-messages';
import { piecesOf, type Piece } from '../model/excerpt';
import { FILTERS } from '../model/search';
import styles from './search-pane.module.css';

interface Props {
  /** As the services read it; empty before one has searched. */
  query: string;
  serverId: string;
  everywhere: boolean;
  /** Above the results, where the header has no room for it. */
  field?: ReactNode;
  /** Where a message was said, in words. */
  placeOf(message: Found): string;
  /** Who or what is mentioned, by name. */
  nameOf(mention: Extract<Piece, { id: string }>): ReactNode;
  onEverywhere(everywhere: boolean): void;
  onOpen(message: Found): void;
  onClose(): void;
  ref?: Ref<HTMLElement>;
}

/** What was found, the newest first, and the way to each. */
export function SearchPane({ query, field, everywhere, onEverywhere, onClose, ref, ...results }: Props) {
  const t = useTranslations();
  useEscape(onClose);

  return (
    <aside ref={ref} className={styles.pane} aria-label={t('search.results')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('search.title')}</h2>
        <IconButton label={t('search.close')} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      {field && <div className={styles.field}>{field}</div>}
      <div className={styles.scope}>
        <Switch label={t('search.everywhere')} checked={everywhere} onChange={onEverywhere} />
      </div>
      {query === '' ? (
        <Hints />
      ) : (
        <Results key={`${query} ${everywhere}`} query={query} everywhere={everywhere} {...results} />
      )}
    </aside>
  );
}

function Hints() {
  const t = useTranslations();
  return (
    <div className={styles.hint}>
      <p>{t('search.hints')}</p>
      <dl className={styles.filters}>
        {FILTERS.map(({ key, hint }) => (
          <div key={key}>
            <dt>{key}:</dt>
            <dd>{t(hint)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type ResultsProps = Omit<Props, 'field' | 'onEverywhere' | 'onClose' | 'ref'>;

function Results({ query, serverId, everywhere, placeOf, nameOf, onOpen }: ResultsProps) {
  const t = useTranslations();
  const locale = useLocale();
  const formErrors = useFormErrors();
  const client = useQueryClient();
  const where = everywhere ? null : serverId;
  const { data, error, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: queryKeys.search(query, where),
    queryFn: async ({ pageParam, signal }) => {
      const page = await searchMessages(query, where, pageParam, signal);
      keepProfiles(client, Object.values(page.authors));
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const last = data?.pages.at(-1);

  if (last === undefined && error && !isFetching) {
    const { byField, general } = formErrors(error, ['q', ...FILTERS.map(({ key }) => key)]);
    const [[name, message = ''] = []] = Object.entries(byField);
    const problemOf = (filter: string | undefined, words: string) =>
      filter === undefined
        ? undefined
        : filter === 'q'
          ? t('search.ofQuery', { message: lower(words, locale) })
          : t('search.ofFilter', { filter, message: lower(words, locale) });
    return (
      <div className={styles.problem}>
        <FormError message={problemOf(name, message) ?? general} />
        {!name && (
          <Button look="plain" onClick={() => void refetch()}>
            {t('common.tryAgain')}
          </Button>
        )}
      </div>
    );
  }
  if (data === undefined || last === undefined) return <Waiting />;

  const found = data.pages.flatMap(({ messages }) => messages);
  if (found.length === 0 && !hasNextPage) {
    return (
      <div className={styles.nothing}>
        <SearchX size={28} aria-hidden />
        <p role="status">{t(everywhere ? 'search.nothingEverywhere' : 'search.nothing')}</p>
      </div>
    );
  }
  return (
    <div className={styles.results}>
      <p className={styles.count} role="status">
        {t(last.isTotalExact ? 'search.found' : 'search.foundMore', { count: last.total })}
      </p>
      <ul onKeyDown={walk}>
        {found.map((message) => (
          <li key={`${message.channelId}/${message.messageId}`}>
            <Result message={message} place={placeOf(message)} nameOf={nameOf} onOpen={() => onOpen(message)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('common.showMore')}
        </Button>
      )}
      {error && <FormError message={formErrors(error, []).general} />}
    </div>
  );
}

/** In the middle of a sentence, in a language that writes it so. */
function lower(message: string, locale: string): string {
  return locale.startsWith('en') ? message.charAt(0).toLowerCase() + message.slice(1) : message;
}

function Waiting() {
  const t = useTranslations();
  return (
    <div className={styles.waiting} role="status" aria-label={t('search.searching')}>
      {[220, 260, 180].map((width) => (
        <Skeleton key={width} width={width} height={64} />
      ))}
    </div>
  );
}

interface ResultProps extends Pick<Props, 'nameOf'> {
  message: Found;
  place: string;
  onOpen(): void;
}

function Result({ message, place, nameOf, onOpen }: ResultProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { authorId, at, content, highlights, attachments } = message;
  const { name } = useCalled(authorId);
  return (
    <button type="button" className={styles.result} onClick={onOpen}>
      <PersonAvatar userId={authorId} name={name} size="small" />
      <span className={styles.about}>
        <span className={styles.head}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.place}>{place}</span>
          <time className={styles.time} dateTime={at} title={new Date(at).toLocaleString(locale)}>
            {new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })}
          </time>
        </span>
        <span className={styles.text} dir="auto">
          {content === '' &&
            namesWords(
              attachments.map(({ name: file }) => file),
              locale,
            )}
          {piecesOf(content, highlights).map((piece, index) =>
            piece.kind === 'found' ? (
              <mark key={index}>{piece.text}</mark>
            ) : 'id' in piece ? (
              <span key={index}>{nameOf(piece)}</span>
            ) : piece.kind === 'spoiler' ? (
              t('common.spoiler')
            ) : (
              piece.text
            ),
          )}
        </span>
      </span>
    </button>
  );
}

/** Arrows walk among the results. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  const results = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = results[results.findIndex((result) => result === event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

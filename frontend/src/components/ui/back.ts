import { v7 as uuidv7 } from 'uuid';

/**
 * What covers a page has an entry of its own in the history of the browser, so that Back closes it, and leaves the page only
 * when nothing covers it any more. The entry says what is open: it is open again after a reload, and when one comes back to it.
 *
 * What is closed otherwise leaves its entry behind: to go back from here would be to navigate, and would call off, or follow
 * upon, whatever navigation closed it. Such an entry is used for what opens next, is replaced by the page one goes to next,
 * and Back passes over it. So a page never has more entries than it ever had things open at a time, and none that one notices.
 */
export interface Layer {
  /** There is one of a kind at a time. */
  readonly kind: string;
  /** Which one of its kind, or any word where there is but one. */
  readonly what: string;
}

/** Opens what was closed, or closes it (null), because the history says so. */
type Change = (what: string | null) => void;

/** What an entry of the history says of the page. */
interface Entry {
  /** Which page, each time it is gone to. */
  readonly page: string;
  /** How many entries of the same page are below it. */
  readonly depth: number;
  readonly layers: readonly Layer[];
}

const KEY = 'webchat.layers';
const ELSEWHERE: Entry = { page: '', depth: 0, layers: [] };

/** From the lowest to the topmost. */
let shown: readonly Layer[] = [];
const changes = new Map<string, Change>();
/** The entry where one is. */
let at = ELSEWHERE;
let heard = false;
let settling = false;

/** Hears what the history says of a kind, until what it returns is called. What is to be open already is opened. */
export function hearBack(kind: string, change: Change): () => void {
  hear();
  changes.set(kind, change);
  const kept = at.layers.find((layer) => layer.kind === kind);
  if (kept) change(kept.what);
  return () => {
    changes.delete(kind);
  };
}

/** It covers the page until what this returns is called. */
export function cover(layer: Layer): () => void {
  const rank = ({ kind }: Layer) => {
    const index = at.layers.findIndex((other) => other.kind === kind);
    return index === -1 ? at.layers.length : index;
  };
  shown = [...shown, layer].sort((one, other) => rank(one) - rank(other));
  settleSoon();
  return () => {
    shown = shown.filter((other) => other !== layer);
    settleSoon();
  };
}

/** When all that changes together has changed. */
function settleSoon(): void {
  if (settling) return;
  settling = true;
  queueMicrotask(() => {
    settling = false;
    settle();
  });
}

function settle(): void {
  const page = at.page === '' ? uuidv7() : at.page;
  const entry = (depth: number): Entry => ({ page, depth, layers: shown.slice(0, depth) });
  try {
    if (JSON.stringify(at.layers) !== JSON.stringify(entry(at.depth).layers) || (at.page === '' && shown.length > 0)) {
      enter(entry(at.depth), 'replaceState');
    }
    while (at.depth < shown.length) enter(entry(at.depth + 1), 'pushState');
  } catch {
    // Browsers take only so many entries in a time: one is where one was, and it is tried again with the next change.
  }
}

function enter(entry: Entry, how: 'pushState' | 'replaceState'): void {
  history[how]({ [KEY]: entry }, '');
  at = entry;
}

/** Once, and before what has a page of the history shown hears of it. */
function hear(): void {
  if (heard) return;
  heard = true;
  at = entryIn(history.state);
  addEventListener('popstate', onPop, { capture: true });

  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);
  history.pushState = (data: unknown, unused: string, url?: string | URL | null) => {
    if (isOwn(data)) return push(data, unused, url);
    // What asks the page itself for something (`?message=`) leaves what covers it.
    if (at.depth > 0 && isHere(url)) return replace({ ...(data as object | null), [KEY]: at }, unused, url);
    // One goes on from what covered a page, or from the entry that it left behind.
    if (at.depth > 0) replace(data, unused, url);
    else push(data, unused, url);
    at = ELSEWHERE;
    settleSoon();
  };
  history.replaceState = (data: unknown, unused: string, url?: string | URL | null) => {
    if (isOwn(data)) return replace(data, unused, url);
    if (isHere(url) && at !== ELSEWHERE) return replace({ ...(data as object | null), [KEY]: at }, unused, url);
    replace(data, unused, url);
    at = ELSEWHERE;
    settleSoon();
  };
}

function onPop(event: PopStateEvent): void {
  const from = at;
  at = entryIn(event.state);
  if (at.page === '' || at.page !== from.page) return;
  event.stopImmediatePropagation();
  const forward = at.depth > from.depth;
  if (!forward && shown.length <= at.depth) {
    // Nothing was closed: what this entry was of is long gone.
    history.back();
    return;
  }
  const wanted = forward ? at.layers : shown.slice(0, at.depth);
  for (const { kind } of shown) if (!wanted.some((layer) => layer.kind === kind)) changes.get(kind)?.(null);
  for (const { kind, what } of wanted) {
    if (!shown.some((layer) => layer.kind === kind && layer.what === what)) changes.get(kind)?.(what);
  }
  // What was not closed after all keeps an entry.
  settleSoon();
}

/** Whether an address is of the page where one is, whatever else it asks for. */
function isHere(url: string | URL | null | undefined): boolean {
  return url === undefined || url === null || new URL(url, location.href).pathname === location.pathname;
}

function isOwn(data: unknown): boolean {
  return typeof data === 'object' && data !== null && KEY in data;
}

function entryIn(state: unknown): Entry {
  return isOwn(state) ? (state as Record<typeof KEY, Entry>)[KEY] : ELSEWHERE;
}

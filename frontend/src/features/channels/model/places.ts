import type { Category, Channel, Server } from '@/contracts/server';

/** Where a channel stands: in a category (null: above all), behind a channel there (null: the first). */
export interface Place {
  categoryId: string | null;
  after: string | null;
}

/** What is put where: a channel, or a category behind another one (null: the first). */
export type Move = { channelId: string; to: Place } | { categoryId: string; after: string | null };

export interface Group {
  /** Null for the channels above all categories. */
  category: Category | null;
  channels: Channel[];
}

/** The channels as they are shown. */
export function groupsOf({ categories, channels }: Pick<Server, 'categories' | 'channels'>): Group[] {
  const known = new Set(categories.map(({ categoryId }) => categoryId));
  return [
    // A category that has not been heard of yet must not hide its channels.
    { category: null, channels: channels.filter(({ categoryId }) => categoryId === null || !known.has(categoryId)) },
    ...categories.map((category) => ({
      category,
      channels: channels.filter(({ categoryId }) => categoryId === category.categoryId),
    })),
  ];
}

/** Where a channel goes by one step within its category; null where there is no way. */
export function stepOf(channels: readonly Channel[], channelId: string, by: -1 | 1): Place | null {
  const channel = channels.find((candidate) => candidate.channelId === channelId);
  if (channel === undefined) return null;
  const siblings = channels.filter(({ categoryId }) => categoryId === channel.categoryId);
  const after = afterStep(
    siblings.map((sibling) => sibling.channelId),
    channelId,
    by,
  );
  return after === undefined ? null : { categoryId: channel.categoryId, after };
}

/** Where a category goes by one step: behind which one, null for the first; undefined where there is no way. */
export function categoryStepOf(categories: readonly Category[], categoryId: string, by: -1 | 1) {
  return afterStep(
    categories.map((category) => category.categoryId),
    categoryId,
    by,
  );
}

/** At the end of a category, which is where one looks for what was moved there. */
export function endOf(channels: readonly Channel[], categoryId: string | null, except: string): Place {
  const last = channels.findLast((channel) => channel.categoryId === categoryId && channel.channelId !== except);
  return { categoryId, after: last?.channelId ?? null };
}

/** Where a channel goes that is dropped above or below another one; null if it stands there already. */
export function dropOf(
  channels: readonly Channel[],
  channelId: string,
  target: Pick<Channel, 'channelId' | 'categoryId'>,
  edge: 'top' | 'bottom',
): Place | null {
  const siblings = channels.filter((channel) => channel.categoryId === target.categoryId);
  const others = siblings.filter((channel) => channel.channelId !== channelId);
  const index = others.findIndex((channel) => channel.channelId === target.channelId);
  const after = edge === 'bottom' ? target.channelId : (others[index - 1]?.channelId ?? null);
  return changed(channels, channelId, { categoryId: target.categoryId, after });
}

/** Where a channel goes that is dropped below the head of a category: before all others there. */
export function beginningOf(channels: readonly Channel[], channelId: string, categoryId: string): Place | null {
  return changed(channels, channelId, { categoryId, after: null });
}

/**
 * Where a category goes that is dropped before or behind another one, or below what stands above them all (null): behind
 * which one, null for the first; undefined if it stands there already.
 */
export function categoryDropOf(
  categories: readonly Category[],
  categoryId: string,
  targetId: string | null,
  edge: 'top' | 'bottom',
): string | null | undefined {
  const ids = categories.map((category) => category.categoryId);
  if (!ids.includes(categoryId)) return undefined;
  const others = ids.filter((id) => id !== categoryId);
  const after = targetId === null || edge === 'bottom' ? targetId : (others[others.indexOf(targetId) - 1] ?? null);
  const before = ids[ids.indexOf(categoryId) - 1] ?? null;
  return before === after ? undefined : after;
}

function changed(channels: readonly Channel[], channelId: string, place: Place): Place | null {
  const channel = channels.find((candidate) => candidate.channelId === channelId);
  if (channel === undefined) return null;
  if (channel.categoryId !== place.categoryId) return place;
  const siblings = channels.filter(({ categoryId }) => categoryId === channel.categoryId);
  const before = siblings[siblings.indexOf(channel) - 1]?.channelId ?? null;
  return before === place.after ? null : place;
}

function afterStep(ids: readonly string[], id: string, by: -1 | 1): string | null | undefined {
  const index = ids.indexOf(id);
  const others = ids.filter((other) => other !== id);
  const target = index + by;
  if (index === -1 || target < 0 || target > others.length) return undefined;
  return others[target - 1] ?? null;
}

import type { Reaction } from '@/contracts/message';

/** How many different emoji a message may have. */
const MAX_EMOJI = 20;

/** How many reactions it may have, of all people and with all emoji together. */
const MAX_REACTIONS = 5_000;

/** Whether a further emoji fits. */
export function hasRoom(reactions: readonly Reaction[]): boolean {
  return reactions.length < MAX_EMOJI && countOf(reactions) < MAX_REACTIONS;
}

/** Most emoji can be written with the sign that asks for a picture, or without: people see the same. */
function looksLike(one: string, other: string): boolean {
  return one.replaceAll('\uFE0F', '') === other.replaceAll('\uFE0F', '');
}

function countOf(reactions: readonly Reaction[]): number {
  return reactions.reduce((count, { userIds }) => count + userIds.length, 0);
}

/** Of several that race for the last place the first in the log gets it. */
export function withReaction(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  if (countOf(reactions) >= MAX_REACTIONS) return reactions;
  const found = reactions.find((reaction) => looksLike(reaction.emoji, emoji));
  if (found === undefined) {
    return reactions.length < MAX_EMOJI ? [...reactions, { emoji, userIds: [userId] }] : reactions;
  }
  if (found.userIds.includes(userId)) return reactions;
  return reactions.map((reaction) =>
    reaction === found ? { ...reaction, userIds: [...reaction.userIds, userId] } : reaction,
  );
}

export function withoutReaction(reactions: Reaction[], emoji: string, userId: string): Reaction[] {
  if (!hasReacted(reactions, emoji, userId)) return reactions;
  return reactions
    .map((reaction) =>
      looksLike(reaction.emoji, emoji)
        ? { ...reaction, userIds: reaction.userIds.filter((other) => other !== userId) }
        : reaction,
    )
    .filter(({ userIds }) => userIds.length > 0);
}

export function hasReacted(reactions: readonly Reaction[], emoji: string, userId: string): boolean {
  return reactions.some((reaction) => looksLike(reaction.emoji, emoji) && reaction.userIds.includes(userId));
}

import type { Member } from '@/contracts/member';

/** Somebody one shares a server with, and so may talk to. */
export interface Person {
  userId: string;
  name: string;
  username: string;
}

/** How many talk in a group at most, oneself included. */
export const GROUP_SIZE = 10;

/** Everybody of several servers once, by name, but for those who are out of the question. */
export function acquaintances(
  members: readonly Member[],
  without: readonly (string | undefined)[],
  locale: string,
): Person[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const people = new Map(
    members
      .filter(({ userId }) => !without.includes(userId))
      // A nickname belongs to one server; elsewhere one is called by one's own name.
      .map(({ userId, displayName, username }) => [userId, { userId, name: displayName, username }]),
  );
  return [...people.values()].sort((one, other) => compare(one.name, other.name));
}

export function named(people: readonly Person[], text: string): Person[] {
  const wanted = text.trim().replace(/^@/, '').toLocaleLowerCase();
  return people.filter(({ name, username }) =>
    [name, username].some((word) => word.toLocaleLowerCase().includes(wanted)),
  );
}

import type { Member } from '@/contracts/member';
import type { Profile } from '@/contracts/profile';
import type { StructureEvent } from '@/realtime/events';
import { changed, plus, without } from './listing';

/** What an event does to the members of its server. Who joined comes with {@link withMember}: the event has no name. */
export function applyToMembers(members: readonly Member[], event: StructureEvent): readonly Member[] {
  const change = (userId: string, change: (member: Member) => Member) =>
    changed(members, (member) => member.userId === userId, change);

  switch (event.type) {
    case 'webchat.member.left.v1':
    case 'webchat.member.kicked.v1':
    case 'webchat.member.banned.v1':
      return without(members, ({ userId }) => userId === event.data.userId);
    case 'webchat.member.nickname-changed.v1':
      return change(event.data.userId, (member) => ({ ...member, nickname: event.data.nickname ?? null }));
    case 'webchat.member.timed-out.v1':
      return change(event.data.userId, (member) => ({ ...member, timedOutUntil: event.data.until }));
    case 'webchat.member.time-out-lifted.v1':
      return change(event.data.userId, (member) => ({ ...member, timedOutUntil: null }));
    case 'webchat.role.assigned.v1':
      return change(event.data.userId, (member) => withRole(member, event.data.roleId));
    case 'webchat.role.withdrawn.v1':
      return change(event.data.userId, (member) => withoutRole(member, event.data.roleId));
    case 'webchat.role.deleted.v1':
      return changed(
        members,
        ({ roleIds }) => roleIds.includes(event.data.roleId),
        (member) => withoutRole(member, event.data.roleId),
      );
    default:
      return members;
  }
}

/** Adds those who were found beside those who are listed. */
export function withFound(members: readonly Member[], found: readonly Member[]): readonly Member[] {
  const known = new Set(members.map(({ userId }) => userId));
  const others = found.filter(({ userId }) => !known.has(userId) && known.add(userId));
  return others.length === 0 ? members : [...members, ...others];
}

/** Adds who joined; a time-out of an earlier membership may last. */
export function withMember(
  members: readonly Member[],
  profile: Profile,
  timedOutUntil: string | null = null,
): readonly Member[] {
  const member = { ...profile, nickname: null, roleIds: [], timedOutUntil };
  return plus(members, member, ({ userId }) => userId === profile.userId);
}

function withRole(member: Member, roleId: string): Member {
  return { ...member, roleIds: plus(member.roleIds, roleId, (other) => other === roleId) };
}

function withoutRole(member: Member, roleId: string): Member {
  return { ...member, roleIds: without(member.roleIds, (other) => other === roleId) };
}

import { describe, expect, it } from 'vitest';
import { profileOfNew } from '@/contracts/profile-testing';
import { example, ids, structureNames } from './examples';
import { applyToMembers, withMember } from './member-fold';

const [ada, grace] = ['ada', ids.member].reduce(
  (members: ReturnType<typeof withMember>, userId) => withMember(members, profileOfNew(userId)),
  [],
);
if (!ada || !grace) throw new Error('two members');
const after = (name: string, data?: Record<string, unknown>, member = grace) =>
  applyToMembers([ada, member], example(name, data));

describe('the members of a server', () => {
  it.each(structureNames)('of %s a second time stay as they are', (name) => {
    const event = example(name);
    const once = applyToMembers([ada, grace], event);
    expect(applyToMembers(once, event)).toEqual(once);
  });

  it('gain a member once', () => {
    const members = withMember([ada], profileOfNew('grace'));
    expect(members.map(({ userId }) => userId)).toEqual(['ada', 'grace']);
    expect(withMember(members, profileOfNew('ada'))).toBe(members);
    expect(withMember([], profileOfNew('back'), '2026-02-01T12:34:56.789Z')[0]?.timedOutUntil).not.toBeNull();
  });

  it.each(['member.left', 'member.kicked', 'member.banned'])('lose somebody by %s', (name) => {
    expect(after(name)).toEqual([ada]);
  });

  it('are called otherwise, and again by their own name', () => {
    expect(after('member.nickname-changed')[1]?.nickname).toBe('Ada L.');
    expect(after('member.nickname-changed', { nickname: undefined })[1]?.nickname).toBeNull();
  });

  it('are silenced for a while', () => {
    const silent = after('member.timed-out')[1];
    expect(silent?.timedOutUntil).toBe('2026-02-01T12:34:56.789Z');
    expect(after('member.time-out-lifted', {}, silent)[1]?.timedOutUntil).toBeNull();
  });

  it('gain and lose roles', () => {
    const withRole = after('role.assigned')[1];
    expect(withRole?.roleIds).toEqual([ids.role]);
    expect(after('role.withdrawn', {}, withRole)[1]?.roleIds).toEqual([]);
    expect(after('role.deleted', {}, withRole)[1]?.roleIds).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { obstacleTo, remaining } from './obstacle';

const now = Date.parse('2026-01-31T12:00:00Z');
const writing = {
  permissions: ['view-channel', 'send-messages'] as string[],
  member: { timedOutUntil: null as string | null },
  slowModeSeconds: 0,
  lastSentAt: null as string | null,
};
const soon = '2026-01-31T12:05:00Z';

describe('what stands in the way of writing', () => {
  it('is nothing, usually, and nothing while it is not known', () => {
    expect(obstacleTo(writing, now)).toBeNull();
    expect(obstacleTo({ ...writing, permissions: undefined }, now)).toBeNull();
    expect(obstacleTo({ ...writing, member: undefined }, now)).toBeNull();
  });

  it('is a permission that is missing', () => {
    expect(obstacleTo({ ...writing, permissions: ['view-channel'] }, now)).toEqual({ because: 'permission' });
  });

  it('is that one only looks, as somebody who may write', () => {
    const looking = { ...writing, looking: true, slowModeSeconds: 30, lastSentAt: '2026-01-31T11:59:50Z' };
    expect(obstacleTo(looking, now)).toEqual({ because: 'looking' });
    expect(obstacleTo({ ...looking, permissions: ['view-channel'] }, now)).toEqual({ because: 'permission' });
  });

  it('is a time-out until it ends, for all but administrators', () => {
    const silent = { ...writing, member: { timedOutUntil: soon } };
    expect(obstacleTo(silent, now)).toEqual({ because: 'timed-out', until: new Date(soon) });
    expect(obstacleTo(silent, Date.parse(soon))).toBeNull();
    expect(obstacleTo({ ...silent, permissions: ['administrator', 'send-messages'] }, now)).toBeNull();
  });

  it('is slow mode since one’s last message, for all who do not keep order', () => {
    const slow = { ...writing, slowModeSeconds: 30, lastSentAt: '2026-01-31T11:59:50Z' };
    expect(obstacleTo(slow, now)).toEqual({ because: 'slow-mode', until: new Date('2026-01-31T12:00:20Z') });
    expect(obstacleTo(slow, now + 20_000)).toBeNull();
    expect(obstacleTo({ ...slow, lastSentAt: null }, now)).toBeNull();
    expect(obstacleTo({ ...slow, permissions: [...slow.permissions, 'manage-messages'] }, now)).toBeNull();
  });

  it('is said as a time that is left', () => {
    expect(remaining(new Date(now + 41_200), now)).toBe('0:42');
    expect(remaining(new Date(now + 65_000), now)).toBe('1:05');
    expect(remaining(new Date(now + 3_900_000), now)).toBe('1:05:00');
    expect(remaining(new Date(now - 1), now)).toBe('0:00');
  });
});

import { silentUntil, type Member } from '@/contracts/member';
import { may, type PermissionSet } from '@/contracts/permissions';

/** Why one may not write. */
export type Obstacle =
  | { because: 'permission' }
  /** One sees the channel as somebody else does, who may write. */
  | { because: 'looking' }
  | { because: 'timed-out'; until: Date }
  /** One may write, and send once the time has come. */
  | { because: 'slow-mode'; until: Date };

interface Writing {
  /** What the user may do in the channel; undefined while that is not known. */
  permissions: PermissionSet | undefined;
  member: Pick<Member, 'timedOutUntil'> | undefined;
  slowModeSeconds: number;
  lastSentAt: string | null;
  /** Whether one only looks, as somebody else. */
  looking?: boolean;
}

/** What stands in the way of writing now; null if nothing does, or it is not known yet: the services have the last word. */
export function obstacleTo(
  { permissions, member, slowModeSeconds, lastSentAt, looking = false }: Writing,
  now: number,
): Obstacle | null {
  if (permissions === undefined) return null;
  const silent = member && !may(permissions, 'administrator') ? silentUntil(member, now) : null;
  if (silent) return { because: 'timed-out', until: silent };
  if (!may(permissions, 'send-messages')) return { because: 'permission' };
  if (looking) return { because: 'looking' };
  if (slowModeSeconds === 0 || lastSentAt === null || isExempt(permissions)) return null;
  const until = new Date(Date.parse(lastSentAt) + slowModeSeconds * 1_000);
  return until.getTime() > now ? { because: 'slow-mode', until } : null;
}

/** Who keeps order need not wait. */
function isExempt(permissions: PermissionSet): boolean {
  return may(permissions, 'manage-messages') || may(permissions, 'manage-channels');
}

/** `0:42`, `1:05:00` */
export function remaining(until: Date, now: number): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now) / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  const [first, ...rest] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}

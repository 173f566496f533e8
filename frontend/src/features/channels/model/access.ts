import type { Channel, Override } from '@/contracts/server';

type Target = Pick<Override, 'target' | 'id'>;
type Overridden = Pick<Channel, 'overrides'>;

/** What a channel says of a permission for somebody: allowed, denied, or nothing. */
export type Word = 'allow' | 'deny' | null;

export function overrideOf({ overrides }: Overridden, { target, id }: Target): Override {
  return (
    overrides.find((override) => override.target === target && override.id === id) ?? {
      target,
      id,
      allow: [],
      deny: [],
    }
  );
}

export function wordOn(channel: Overridden, target: Target, permission: string): Word {
  const { allow, deny } = overrideOf(channel, target);
  if (allow.includes(permission)) return 'allow';
  return deny.includes(permission) ? 'deny' : null;
}

/** The override with another word on one permission, and what it says of the others. */
export function withWord(channel: Overridden, target: Target, permission: string, word: Word): Override {
  const { allow, deny } = overrideOf(channel, target);
  const others = (permissions: readonly string[]) => permissions.filter((other) => other !== permission);
  return {
    ...target,
    allow: word === 'allow' ? [...others(allow), permission] : others(allow),
    deny: word === 'deny' ? [...others(deny), permission] : others(deny),
  };
}

/** The channel with an override in place of what it says of the same role or member. */
export function withOverride<C extends Overridden>(channel: C, override: Override): C {
  const before = overrideOf(channel, override);
  return { ...channel, overrides: [...channel.overrides.filter((other) => other !== before), override] };
}

/** Those whom a channel lets in by name. */
export function letIn({ overrides }: Overridden): Override[] {
  return overrides.filter(({ allow }) => allow.includes('view-channel'));
}

'use client';

import type { Channel, Override } from '@/contracts/server';
import { useChanges } from '@/http/use-changes';
import { overrideMember } from '../api/override-member';
import { overrideRole } from '../api/override-role';
import { withOverride, withWord, type Word } from './access';

/**
 * What a channel changes of what roles and members may do, with what one has just asked for. An override is written whole:
 * a word that is asked for before the last one is told must not take that back.
 */
export function useOverrides(serverId: string, channel: Channel) {
  const { asked, ask, saving } = useChanges({
    serverId,
    run: ({ target, id, allow, deny }: Override, key) =>
      target === 'role'
        ? overrideRole(channel.channelId, id, allow, deny, key)
        : overrideMember(channel.channelId, id, allow, deny, key),
  });
  const shown = asked.reduce(withOverride, channel);
  return {
    shown,
    error: saving.error,
    say: (target: Pick<Override, 'target' | 'id'>, permission: string, word: Word) =>
      void ask(withWord(shown, target, permission, word)),
  };
}

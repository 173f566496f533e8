import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEvent, type StructureEvent } from '@/realtime/events';
import { applyToConversations, wroteIn } from './conversation-fold';

function example(name: string, data: Record<string, unknown> = {}): StructureEvent {
  const type = `webchat.${name}.v1`;
  const file = join(process.cwd(), '../platform/event-log/examples', `${type}.json`);
  const approved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return parseEvent({ type, data: { ...approved, ...data } }) as StructureEvent;
}

const pair = applyToConversations([], example('conversation.pair-started'));
const group = applyToConversations([], example('conversation.group-started', { serverId: 'g', channelId: 'gc' }));

describe('one’s conversations', () => {
  it('begin once', () => {
    expect(pair).toMatchObject([{ kind: 'pair', name: '', lastMessageAt: null }]);
    expect(group).toMatchObject([{ kind: 'group', name: 'Crew' }]);
    expect(applyToConversations(pair, example('conversation.pair-started'))).toBe(pair);
  });

  it('gain and lose people, and are named', () => {
    const more = applyToConversations(group, example('conversation.member-added', { serverId: 'g', userId: 'new' }));
    expect(more[0]?.userIds).toHaveLength(3);
    const fewer = applyToConversations(more, example('member.left', { serverId: 'g', userId: 'new' }));
    expect(fewer[0]?.userIds).toHaveLength(2);
    expect(applyToConversations(group, example('server.renamed', { serverId: 'g', name: 'New' }))[0]?.name).toBe('New');
  });

  it('come first when somebody writes', () => {
    const both = [...pair, ...group];
    expect(wroteIn(both, 'gc', '2026-02-01T00:00:00.000Z').map(({ kind }) => kind)).toEqual(['group', 'pair']);
    expect(wroteIn(both, 'elsewhere', '2026-02-01T00:00:00.000Z')).toBe(both);
  });
});

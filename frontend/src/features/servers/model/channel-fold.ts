import type { Channel, Override } from '@/contracts/server';
import type { EventData, StructureEvent } from '@/realtime/events';
import { changed, placed, plus, without } from './listing';

/**
 * What happens to channels. The list holds those of all categories; within one, their order in the list is theirs. Events
 * about channels that the user does not see change nothing.
 */
export function applyToChannels(channels: Channel[], event: StructureEvent): Channel[] {
  const change = (channelId: string, change: (channel: Channel) => Channel) =>
    changed(channels, (channel) => channel.channelId === channelId, change);

  switch (event.type) {
    case 'webchat.channel.created.v1':
      return plus(channels, created(event.data), ({ channelId }) => channelId === event.data.channelId);
    case 'webchat.channel.renamed.v1':
      return change(event.data.channelId, (channel) => ({ ...channel, name: event.data.name }));
    case 'webchat.channel.topic-changed.v1':
      return change(event.data.channelId, (channel) => ({ ...channel, topic: event.data.topic || null }));
    case 'webchat.channel.slow-mode-changed.v1':
      return change(event.data.channelId, (channel) => ({ ...channel, slowModeSeconds: event.data.seconds }));
    case 'webchat.channel.moved.v1':
      return moved(channels, event.data);
    case 'webchat.channel.role-overridden.v1':
      return change(event.data.channelId, overriding({ ...event.data, target: 'role', id: event.data.roleId }));
    case 'webchat.channel.member-overridden.v1':
      return change(event.data.channelId, overriding({ ...event.data, target: 'member', id: event.data.userId }));
    case 'webchat.channel.deleted.v1':
      return without(channels, ({ channelId }) => channelId === event.data.channelId);
    case 'webchat.category.deleted.v1':
      return released(channels, event.data.categoryId);
    case 'webchat.role.deleted.v1':
      return withoutRole(channels, event.data.roleId);
    case 'webchat.member.left.v1':
    case 'webchat.member.kicked.v1':
    case 'webchat.member.banned.v1':
      return withoutAllowances(channels, event.data.userId);
    default:
      return channels;
  }
}

function created(data: EventData<'webchat.channel.created.v1'>): Channel {
  const { serverId, channelId, name, createdBy, topic, categoryId, isPrivate } = data;
  const view = ['view-channel'];
  const overrides: Override[] = isPrivate
    ? [
        { target: 'role', id: serverId, allow: [], deny: view },
        { target: 'member', id: createdBy, allow: view, deny: [] },
      ]
    : [];
  return { channelId, name, topic: topic ?? null, categoryId: categoryId ?? null, slowModeSeconds: 0, overrides };
}

function moved(
  channels: Channel[],
  { channelId, categoryId, after }: EventData<'webchat.channel.moved.v1'>,
): Channel[] {
  const channel = channels.find((candidate) => candidate.channelId === channelId);
  if (channel === undefined) return channels;
  const others = channels.filter((other) => other !== channel);
  const moved = { ...channel, categoryId: categoryId ?? null };
  return placed(others, moved, after ? (other) => other.channelId === after : null);
}

/** Channels of a category that is gone follow those above all categories, in their order. */
function released(channels: Channel[], categoryId: string): Channel[] {
  const isIn = (channel: Channel) => channel.categoryId === categoryId;
  if (!channels.some(isIn)) return channels;
  const freed = channels.filter(isIn).map((channel) => ({ ...channel, categoryId: null }));
  return [...channels.filter((channel) => !isIn(channel)), ...freed];
}

function overriding({ target, id, allow, deny }: Override): (channel: Channel) => Channel {
  return (channel) => {
    const others = channel.overrides.filter((other) => other.target !== target || other.id !== id);
    const says = allow.length + deny.length > 0;
    return { ...channel, overrides: says ? [...others, { target, id, allow, deny }] : others };
  };
}

/** Ends what the channels say of a role that is gone. */
function withoutRole(channels: Channel[], id: string): Channel[] {
  const nothing: Override = { target: 'role', id, allow: [], deny: [] };
  return changed(channels, (channel) => overrideFor(channel, 'role', id) !== undefined, overriding(nothing));
}

/** Ends what the channels allow a member who is gone. What they deny them stays for when they come back. */
function withoutAllowances(channels: Channel[], id: string): Channel[] {
  return channels.map((channel) => {
    const override = overrideFor(channel, 'member', id);
    return override ? overriding({ ...override, allow: [] })(channel) : channel;
  });
}

function overrideFor({ overrides }: Channel, target: Override['target'], id: string): Override | undefined {
  return overrides.find((override) => override.target === target && override.id === id);
}

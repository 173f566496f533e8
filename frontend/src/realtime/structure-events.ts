import * as z from 'zod/mini';

const id = z.string();
const at = z.iso.datetime();
const permissions = z.array(z.string());
const server = { serverId: id, at };
/** What somebody did, rather than what became of them. */
const acted = { ...server, actorId: id };
const category = { ...acted, categoryId: id };
const channel = { ...acted, channelId: id };
const override = { ...channel, allow: permissions, deny: permissions };
const role = { ...acted, roleId: id };
const roleState = { ...role, name: z.string(), color: z.nullish(z.string()), permissions };
const member = { ...acted, userId: id };

/** The events about servers and who is in them: topic `webchat.structure` (platform/docs/event-log.md). */
export const structureSchemas = {
  'webchat.server.created.v1': z.object({ ...server, name: z.string(), ownerId: id }),
  'webchat.server.renamed.v1': z.object({ ...acted, name: z.string() }),
  'webchat.server.described.v1': z.object({ ...acted, description: z.string() }),
  'webchat.server.icon-changed.v1': z.object({ ...acted, iconId: z.nullish(id) }),
  'webchat.server.ownership-transferred.v1': z.object({ ...acted, ownerId: id }),
  'webchat.server.deleted.v1': z.object(acted),

  'webchat.category.created.v1': z.object({ ...category, name: z.string() }),
  'webchat.category.renamed.v1': z.object({ ...category, name: z.string() }),
  'webchat.category.moved.v1': z.object({ ...category, after: z.nullish(id) }),
  'webchat.category.deleted.v1': z.object(category),

  'webchat.channel.created.v1': z.object({
    ...server,
    channelId: id,
    name: z.string(),
    createdBy: id,
    topic: z.nullish(z.string()),
    categoryId: z.nullish(id),
    isPrivate: z.nullish(z.boolean()),
  }),
  'webchat.channel.renamed.v1': z.object({ ...channel, name: z.string() }),
  'webchat.channel.topic-changed.v1': z.object({ ...channel, topic: z.string() }),
  'webchat.channel.moved.v1': z.object({ ...channel, categoryId: z.nullish(id), after: z.nullish(id) }),
  'webchat.channel.slow-mode-changed.v1': z.object({ ...channel, seconds: z.number() }),
  'webchat.channel.role-overridden.v1': z.object({ ...override, roleId: id }),
  'webchat.channel.member-overridden.v1': z.object({ ...override, userId: id }),
  'webchat.channel.deleted.v1': z.object(channel),

  'webchat.role.created.v1': z.object(roleState),
  'webchat.role.edited.v1': z.object(roleState),
  'webchat.role.reordered.v1': z.object({ ...acted, roleIds: z.array(id) }),
  'webchat.role.deleted.v1': z.object(role),
  'webchat.role.assigned.v1': z.object({ ...role, userId: id }),
  'webchat.role.withdrawn.v1': z.object({ ...role, userId: id }),

  'webchat.member.joined.v1': z.object({
    ...server,
    userId: id,
    inviteId: z.nullish(id),
    timedOutUntil: z.nullish(at),
  }),
  'webchat.member.left.v1': z.object({ ...server, userId: id }),
  'webchat.member.nickname-changed.v1': z.object({ ...member, nickname: z.nullish(z.string()) }),
  'webchat.member.kicked.v1': z.object(member),
  'webchat.member.banned.v1': z.object(member),
  'webchat.member.unbanned.v1': z.object(member),
  'webchat.member.timed-out.v1': z.object({ ...member, until: at }),
  'webchat.member.time-out-lifted.v1': z.object(member),
  'webchat.member.moderation-explained.v1': z.object({ ...member, reason: z.string() }),

  'webchat.conversation.pair-started.v1': z.object({ ...channel, userIds: z.array(id) }),
  'webchat.conversation.group-started.v1': z.object({ ...channel, userIds: z.array(id), name: z.nullish(z.string()) }),
  'webchat.conversation.member-added.v1': z.object(member),

  'webchat.invite.created.v1': z.object({
    ...server,
    code: z.string(),
    createdBy: id,
    expiresAt: z.nullish(at),
    maxUses: z.nullish(z.number()),
  }),
  'webchat.invite.revoked.v1': z.object({ ...acted, code: z.string() }),
} as const;

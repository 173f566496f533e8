import * as z from 'zod/mini';
import { orNull } from './or-null';

const optional = orNull(z.string());

export const serverSummarySchema = z.object({
  serverId: z.string(),
  name: z.string(),
  iconId: optional,
  ownerId: z.string(),
});

export const categorySchema = z.object({ categoryId: z.string(), name: z.string() });

/** What a channel changes of the permissions of a role, or of one member. */
export const overrideSchema = z.object({
  target: z.enum(['role', 'member']),
  id: z.string(),
  allow: z.array(z.string()),
  deny: z.array(z.string()),
});

export const channelSchema = z.object({
  channelId: z.string(),
  name: z.string(),
  topic: optional,
  /** Null above all categories. */
  categoryId: optional,
  slowModeSeconds: z._default(z.number(), 0),
  overrides: z._default(z.array(overrideSchema), []),
});

export const roleSchema = z.object({
  roleId: z.string(),
  name: z.string(),
  /** `#` and six hexadecimal digits. */
  color: optional,
  permissions: z.array(z.string()),
});

export const serverSchema = z.extend(serverSummarySchema, {
  /** A direct conversation is a server with one channel, no roles, and nobody who governs it. */
  kind: z.optional(z.string()),
  description: optional,
  /** In their order, as are the channels of each of them. */
  categories: z.array(categorySchema),
  /** Those that the user may see. */
  channels: z.array(channelSchema),
  /** From the highest; that of everyone, which has the id of the server, is the last. */
  roles: z.array(roleSchema),
  /** What the user may do in the server as a whole. */
  permissions: z.array(z.string()),
});

export type ServerSummary = z.infer<typeof serverSummarySchema>;
export type Category = z.infer<typeof categorySchema>;
export type Override = z.infer<typeof overrideSchema>;
export type Channel = z.infer<typeof channelSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Server = z.infer<typeof serverSchema>;

export function isConversation({ kind }: { kind?: string | undefined }): boolean {
  return kind === 'pair' || kind === 'group';
}

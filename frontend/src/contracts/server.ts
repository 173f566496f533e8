import { z } from 'zod';

export const serverSummarySchema = z.object({ serverId: z.string(), name: z.string(), ownerId: z.string() });
export const channelSchema = z.object({ channelId: z.string(), name: z.string() });
export const serverSchema = serverSummarySchema.extend({
  channels: z.array(channelSchema),
  memberCount: z.number(),
});

export type ServerSummary = z.infer<typeof serverSummarySchema>;
export type Channel = z.infer<typeof channelSchema>;
export type Server = z.infer<typeof serverSchema>;

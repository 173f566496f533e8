/** The names under which TanStack Query keeps what the services said: the only server cache. */
export const queryKeys = {
  servers: ['servers'] as const,
  everyServer: ['server'] as const,
  server: (serverId: string) => ['server', serverId] as const,
  icon: (serverId: string, iconId: string | null) => ['icon', serverId, iconId] as const,
  everyMembers: ['members'] as const,
  members: (serverId: string) => ['members', serverId] as const,
  timelines: ['timeline'] as const,
  /** Those of a channel: its own and those of its threads. */
  timelinesOf: (channelId: string) => ['timeline', channelId] as const,
  timeline: (channelId: string, threadId: string | null = null) => ['timeline', channelId, threadId] as const,
  everyPins: ['pins'] as const,
  pins: (channelId: string) => ['pins', channelId] as const,
  unread: ['unread'] as const,
  mentions: ['mentions'] as const,
  searches: ['search'] as const,
  search: (query: string, serverId: string | null) => ['search', query, serverId] as const,
  conversations: ['conversations'] as const,
  profile: (userId: string) => ['profile', userId] as const,
  account: ['account'] as const,
  sessions: ['sessions'] as const,
  /** What those who govern a server look at: invites, bans and the audit log. */
  governed: (serverId: string) => ['governed', serverId] as const,
  bans: (serverId: string) => ['governed', serverId, 'bans'] as const,
  invites: (serverId: string) => ['governed', serverId, 'invites'] as const,
  auditLog: (serverId: string, filter: object) => ['governed', serverId, 'audit-log', filter] as const,
  invite: (code: string) => ['invite', code] as const,
};

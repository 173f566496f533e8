/** The names under which TanStack Query keeps what the services said: the only server cache. */
export const queryKeys = {
  servers: ['servers'] as const,
  everyServer: ['server'] as const,
  server: (serverId: string) => ['server', serverId] as const,
  /** What a server was called that one is no member of any more. */
  departed: (serverId: string) => ['departed', serverId] as const,
  icon: (serverId: string, iconId: string | null) => ['icon', serverId, iconId] as const,
  everyMembers: ['members'] as const,
  members: (serverId: string) => ['members', serverId] as const,
  /** Those of a server who were searched for by name. */
  everyFoundMembers: (serverId: string) => ['members', serverId, 'found'] as const,
  foundMembers: (serverId: string, name: string) => ['members', serverId, 'found', name] as const,
  /** Whether a server has more members than are listed. */
  membersCut: (serverId: string) => ['members-cut', serverId] as const,
  timelines: ['timeline'] as const,
  /** Those of a channel: its own and those of its threads. */
  timelinesOf: (channelId: string) => ['timeline', channelId] as const,
  timeline: (channelId: string, threadId: string | null = null) => ['timeline', channelId, threadId] as const,
  edits: (channelId: string, messageId: string, revision: number) => ['edits', channelId, messageId, revision] as const,
  /** A channel as it was, at whichever moments. */
  pastOf: (channelId: string) => ['past', channelId] as const,
  picture: (channelId: string, moment: number | null) => ['past', channelId, 'picture', moment] as const,
  pastMessages: (channelId: string, at: number) => ['past', channelId, 'messages', at] as const,
  everyPins: ['pins'] as const,
  pins: (channelId: string) => ['pins', channelId] as const,
  unread: ['unread'] as const,
  mentions: ['mentions'] as const,
  searches: ['search'] as const,
  search: (query: string, serverId: string | null) => ['search', query, serverId] as const,
  conversations: ['conversations'] as const,
  profiles: ['profile'] as const,
  profile: (userId: string) => ['profile', userId] as const,
  avatar: (userId: string, avatarId: string | null, isSmall: boolean) => ['avatar', userId, avatarId, isSmall] as const,
  account: ['account'] as const,
  sessions: ['sessions'] as const,
  webPush: ['web-push'] as const,
  /** What those who govern a server look at: invites, bans and the audit log. */
  governed: (serverId: string) => ['governed', serverId] as const,
  bans: (serverId: string) => ['governed', serverId, 'bans'] as const,
  invites: (serverId: string) => ['governed', serverId, 'invites'] as const,
  auditLog: (serverId: string, filter: object) => ['governed', serverId, 'audit-log', filter] as const,
  /** What those who operate the platform look at. */
  operations: ['operations'] as const,
  operatedViews: ['operations', 'views'] as const,
  everyDeadLetters: ['operations', 'dead-letters'] as const,
  deadLetters: (filter: object) => ['operations', 'dead-letters', filter] as const,
  deadLetter: (id: string) => ['operations', 'dead-letter', id] as const,
  alerts: ['operations', 'alerts'] as const,
  invite: (code: string) => ['invite', code] as const,
  /** The code of an invite that one has made to send it to people. */
  ownInvite: (serverId: string) => ['own-invite', serverId] as const,
};

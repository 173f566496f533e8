export const statuses = {
  online: 'Online',
  idle: 'Idle',
  'do-not-disturb': 'Do not disturb',
  offline: 'Offline',
  invisible: 'Invisible',
} as const;

import type { PresenceStatus } from '@/realtime/protocol';

export const STATUS_LABELS: Record<PresenceStatus, string> = {
  online: 'Online',
  idle: 'Idle',
  'do-not-disturb': 'Do not disturb',
  offline: 'Offline',
};

import type { Translated } from '../translated';
import type { statuses as english } from '../en/statuses';

export const statuses: Translated<typeof english> = {
  online: 'Online',
  idle: 'Abwesend',
  'do-not-disturb': 'Bitte nicht stören',
  offline: 'Offline',
  invisible: 'Unsichtbar',
};

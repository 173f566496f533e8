import type { PlainKey } from '@/i18n/translate';
import type { Permission } from './permissions';

interface PermissionGroup {
  title: PlainKey<'permissions'>;
  permissions: readonly Permission[];
}

/** The permissions as those see them who grant them; the catalogue has the words for each. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = [
  {
    title: 'permissions.talking',
    permissions: [
      'view-channel',
      'send-messages',
      'attach-files',
      'add-reactions',
      'create-threads',
      'mention-everyone',
    ],
  },
  {
    title: 'permissions.moderation',
    permissions: [
      'pin-messages',
      'manage-messages',
      'time-out-members',
      'kick-members',
      'ban-members',
      'view-audit-log',
    ],
  },
  {
    title: 'permissions.server',
    permissions: ['create-invites', 'manage-channels', 'manage-roles', 'manage-server', 'administrator'],
  },
];

import type { Permission } from './permissions';

interface PermissionLabel {
  permission: Permission;
  label: string;
  hint: string;
}

/** What the permissions mean, in the words of those who grant them. */
export const PERMISSION_GROUPS: readonly { title: string; permissions: readonly PermissionLabel[] }[] = [
  {
    title: 'Talking',
    permissions: [
      { permission: 'view-channel', label: 'See channels', hint: 'Read the channels that are not private.' },
      { permission: 'send-messages', label: 'Send messages', hint: 'Write in channels that they see.' },
      { permission: 'attach-files', label: 'Attach files', hint: 'Send pictures and other files.' },
      { permission: 'add-reactions', label: 'Add reactions', hint: 'React to messages with an emoji.' },
      { permission: 'create-threads', label: 'Create threads', hint: 'Begin a thread from a message.' },
      { permission: 'mention-everyone', label: 'Mention everyone', hint: 'Notify all members of a channel at once.' },
    ],
  },
  {
    title: 'Moderation',
    permissions: [
      { permission: 'pin-messages', label: 'Pin messages', hint: 'Keep messages at hand for everybody.' },
      { permission: 'manage-messages', label: 'Manage messages', hint: 'Delete the messages of others.' },
      { permission: 'time-out-members', label: 'Time out members', hint: 'Let members only read for a while.' },
      { permission: 'kick-members', label: 'Kick members', hint: 'Remove members, who can come back by an invite.' },
      { permission: 'ban-members', label: 'Ban members', hint: 'Remove people and keep them out.' },
      { permission: 'view-audit-log', label: 'View the audit log', hint: 'See who changed what, and why.' },
    ],
  },
  {
    title: 'The server',
    permissions: [
      { permission: 'create-invites', label: 'Create invites', hint: 'Let new people in.' },
      {
        permission: 'manage-channels',
        label: 'Manage channels',
        hint: 'Create, change and delete channels and categories.',
      },
      { permission: 'manage-roles', label: 'Manage roles', hint: 'Change roles below their own, and who has them.' },
      {
        permission: 'manage-server',
        label: 'Manage the server',
        hint: 'Change its name and description, and see all invites.',
      },
      {
        permission: 'administrator',
        label: 'Administrator',
        hint: 'Everything, in every channel, private ones too. Give it to few.',
      },
    ],
  },
];

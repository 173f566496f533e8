import {
  Ban,
  Bell,
  FileDown,
  Info,
  KeyRound,
  Link2,
  Palette,
  ScrollText,
  Shield,
  SlidersHorizontal,
  User,
  Users,
} from 'lucide-react';
import { may } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import type { SettingsEntry } from './settings-navigation';

export const ACCOUNT_PAGES: readonly SettingsEntry[] = [
  { href: '/channels/settings/account', label: 'account.title', icon: User },
  { href: '/channels/settings/security', label: 'account.securityTitle', icon: KeyRound },
  { href: '/channels/settings/appearance', label: 'appearance.title', icon: Palette },
  { href: '/channels/settings/notifications', label: 'notifications.title', icon: Bell },
];

/** The pages of a server's settings that one may look at. */
export function serverPages(serverId: string, server: Server | undefined): SettingsEntry[] {
  const permissions = server?.permissions;
  const pages = [
    { path: 'overview', label: 'servers.overview', icon: Info, shown: true },
    { path: 'roles', label: 'roles.title', icon: Shield, shown: true },
    { path: 'members', label: 'members.title', icon: Users, shown: true },
    {
      path: 'permissions',
      label: 'channels.permissionsTitle',
      icon: SlidersHorizontal,
      shown: may(permissions, 'manage-roles'),
    },
    {
      path: 'invites',
      label: 'invites.title',
      icon: Link2,
      shown: may(permissions, 'create-invites') || may(permissions, 'manage-server'),
    },
    { path: 'bans', label: 'bans.title', icon: Ban, shown: may(permissions, 'ban-members') },
    {
      path: 'export',
      label: 'exporting.title',
      icon: FileDown,
      shown: may(permissions, 'manage-server') || may(permissions, 'manage-messages'),
    },
    { path: 'audit-log', label: 'audit.title', icon: ScrollText, shown: may(permissions, 'view-audit-log') },
  ] as const;
  return pages
    .filter(({ shown }) => shown)
    .map(({ path, label, icon }) => ({ href: `/channels/${serverId}/settings/${path}`, label, icon }));
}

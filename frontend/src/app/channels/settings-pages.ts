import {
  Ban,
  Bell,
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
  { href: '/channels/settings/account', label: 'Account', icon: User },
  { href: '/channels/settings/security', label: 'Password and devices', icon: KeyRound },
  { href: '/channels/settings/appearance', label: 'Appearance', icon: Palette },
  { href: '/channels/settings/notifications', label: 'Notifications', icon: Bell },
];

/** The pages of a server's settings that one may look at. */
export function serverPages(serverId: string, server: Server | undefined): SettingsEntry[] {
  const permissions = server?.permissions;
  const pages = [
    { path: 'overview', label: 'Overview', icon: Info, shown: true },
    { path: 'roles', label: 'Roles', icon: Shield, shown: true },
    { path: 'members', label: 'Members', icon: Users, shown: true },
    {
      path: 'permissions',
      label: 'Channel permissions',
      icon: SlidersHorizontal,
      shown: may(permissions, 'manage-roles'),
    },
    {
      path: 'invites',
      label: 'Invites',
      icon: Link2,
      shown: may(permissions, 'create-invites') || may(permissions, 'manage-server'),
    },
    { path: 'bans', label: 'Bans', icon: Ban, shown: may(permissions, 'ban-members') },
    { path: 'audit-log', label: 'Audit log', icon: ScrollText, shown: may(permissions, 'view-audit-log') },
  ];
  return pages
    .filter(({ shown }) => shown)
    .map(({ path, label, icon }) => ({ href: `/channels/${serverId}/settings/${path}`, label, icon }));
}

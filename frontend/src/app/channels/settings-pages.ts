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
import { PERMISSION_GROUPS } from '@/contracts/permission-labels';
import { may } from '@/contracts/permissions';
import type { Server } from '@/contracts/server';
import type { SettingsEntry } from './settings-navigation';

const PERMISSIONS = PERMISSION_GROUPS.flatMap(({ permissions }) =>
  permissions.map((permission) => `permissions.${permission}` as const),
);

export const ACCOUNT_PAGES: readonly SettingsEntry[] = [
  {
    href: '/channels/settings/account',
    label: 'account.title',
    icon: User,
    settings: ['account.picture', 'account.name', 'account.statusText', 'account.username', 'account.email'],
  },
  {
    href: '/channels/settings/security',
    label: 'account.securityTitle',
    icon: KeyRound,
    settings: ['account.changePassword', 'account.sessions', 'account.logOutEverywhere'],
  },
  {
    href: '/channels/settings/appearance',
    label: 'appearance.title',
    icon: Palette,
    settings: ['appearance.theme', 'appearance.density', 'appearance.language'],
  },
  {
    href: '/channels/settings/notifications',
    label: 'notifications.title',
    icon: Bell,
    settings: ['notifications.desktop', 'notifications.push', 'notifications.sound'],
  },
];

type Page = Omit<SettingsEntry, 'href'> & { path: string; shown: boolean };

/** The pages of a server's settings that one may look at. */
export function serverPages(serverId: string, server: Server | undefined): SettingsEntry[] {
  const permissions = server?.permissions;
  const pages = [
    {
      path: 'overview',
      label: 'servers.overview',
      icon: Info,
      shown: true,
      settings: ['servers.name', 'servers.description', 'servers.icon', 'servers.deleteThis'],
    },
    {
      path: 'roles',
      label: 'roles.title',
      icon: Shield,
      shown: true,
      settings: ['roles.color', 'roles.viewAs', ...PERMISSIONS],
    },
    {
      path: 'members',
      label: 'members.title',
      icon: Users,
      shown: true,
      settings: ['members.nickname', 'members.timeOut', 'members.kick', 'members.ban', 'members.transfer'],
    },
    {
      path: 'permissions',
      label: 'channels.permissionsTitle',
      icon: SlidersHorizontal,
      shown: may(permissions, 'manage-roles'),
      settings: ['channels.rolesAndMembers', 'channels.addMember'],
    },
    {
      path: 'invites',
      label: 'invites.title',
      icon: Link2,
      shown: may(permissions, 'create-invites') || may(permissions, 'manage-server'),
      settings: ['invites.link', 'invites.revoke'],
    },
    {
      path: 'bans',
      label: 'bans.title',
      icon: Ban,
      shown: may(permissions, 'ban-members'),
      settings: ['bans.lift'],
    },
    {
      path: 'export',
      label: 'exporting.title',
      icon: FileDown,
      shown: may(permissions, 'manage-server') || may(permissions, 'manage-messages'),
      settings: ['exporting.what', 'exporting.format'],
    },
    {
      path: 'audit-log',
      label: 'audit.title',
      icon: ScrollText,
      shown: may(permissions, 'view-audit-log'),
      settings: [],
    },
  ] satisfies Page[];
  return pages
    .filter(({ shown }) => shown)
    .map(({ path, label, icon, settings }) => ({
      href: `/channels/${serverId}/settings/${path}`,
      label,
      icon,
      settings,
    }));
}

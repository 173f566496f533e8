import type { Category, Server, ServerSummary } from '@/contracts/server';
import type { Member } from '@/contracts/member';
import { may, permissionsIn, permissionsOf } from '@/contracts/permissions';
import type { StructureEvent } from '@/realtime/events';
import { applyToChannels } from './channel-fold';
import { changed, placed, plus, without } from './listing';
import { applyToRoles } from './role-fold';

/** What an event does to a server. Applying one that the state contains already changes nothing people could see. */
export function applyToServer(server: Server, event: StructureEvent): Server {
  const { data } = event;
  if (data.serverId !== server.serverId) return server;
  switch (event.type) {
    case 'webchat.server.renamed.v1':
      return { ...server, name: event.data.name };
    case 'webchat.server.described.v1':
      return { ...server, description: event.data.description || null };
    case 'webchat.server.icon-changed.v1':
      return { ...server, iconId: event.data.iconId ?? null };
    case 'webchat.server.ownership-transferred.v1':
      return { ...server, ownerId: event.data.ownerId };
    default: {
      const categories = applyToCategories(server.categories, event);
      const channels = applyToChannels(server.channels, event);
      const roles = applyToRoles(server.roles, event);
      const isSame = categories === server.categories && channels === server.channels && roles === server.roles;
      return isSame ? server : { ...server, categories, channels, roles };
    }
  }
}

function applyToCategories(categories: Category[], event: StructureEvent): Category[] {
  switch (event.type) {
    case 'webchat.category.created.v1': {
      const { categoryId, name } = event.data;
      return plus(categories, { categoryId, name }, (other) => other.categoryId === categoryId);
    }
    case 'webchat.category.renamed.v1':
      return changed(
        categories,
        ({ categoryId }) => categoryId === event.data.categoryId,
        (category) => ({ ...category, name: event.data.name }),
      );
    case 'webchat.category.moved.v1': {
      const { categoryId, after } = event.data;
      const category = categories.find((candidate) => candidate.categoryId === categoryId);
      if (category === undefined) return categories;
      return placed(categories, category, after ? (other) => other.categoryId === after : null);
    }
    case 'webchat.category.deleted.v1':
      return without(categories, ({ categoryId }) => categoryId === event.data.categoryId);
    default:
      return categories;
  }
}

/** What is left of a server for a member after their permissions changed; what they gained only the services can tell. */
export function asSeenBy(server: Server, member: Member | undefined): Server {
  if (member === undefined) return server;
  return {
    ...server,
    permissions: [...permissionsOf(server, member)],
    channels: without(server.channels, (channel) => !may(permissionsIn(server, channel, member), 'view-channel')),
  };
}

/** What an event does to the list of servers, which is in the order of their names. */
export function applyToServers(servers: ServerSummary[], event: StructureEvent): ServerSummary[] {
  const isIt = ({ serverId }: ServerSummary) => serverId === event.data.serverId;
  switch (event.type) {
    case 'webchat.server.renamed.v1': {
      const { name } = event.data;
      const { compare } = new Intl.Collator();
      return changed(servers, isIt, (server) => ({ ...server, name })).toSorted((one, other) =>
        compare(one.name, other.name),
      );
    }
    case 'webchat.server.icon-changed.v1': {
      const iconId = event.data.iconId ?? null;
      return changed(servers, isIt, (server) => ({ ...server, iconId }));
    }
    case 'webchat.server.ownership-transferred.v1': {
      const { ownerId } = event.data;
      return changed(servers, isIt, (server) => ({ ...server, ownerId }));
    }
    case 'webchat.server.deleted.v1':
      return without(servers, isIt);
    default:
      return servers;
  }
}

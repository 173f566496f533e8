import { expect, type APIRequestContext, type Browser } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { PASSWORD, uniqueName } from '../people';
import { draw } from './drawings';
import { LINES, NAMES, PEOPLE, READ, type Channel, type Line, type Name } from './people';
import type { Story } from './stage';

interface Asked {
  json?: object;
  bytes?: Buffer;
}

/** Somebody who uses the HTTP API as any client may: each command under one key, repeated until it is taken. */
class Client {
  #seen = '';
  userId = '';
  token = '';

  constructor(
    private readonly http: APIRequestContext,
    readonly username: string,
  ) {}

  async register(): Promise<void> {
    const data = { email: `${this.username}@tidewatch.example`, username: this.username, password: PASSWORD };
    const answer = await this.http.post('/api/auth/register', { data });
    expect(answer.status(), await answer.text()).toBe(201);
    const session = (await answer.json()) as { accessToken: string; user: { userId: string } };
    this.token = session.accessToken;
    this.userId = session.user.userId;
    this.#remember(answer.headers());
  }

  async ask<T = unknown>(method: string, path: string, { json, bytes }: Asked = {}): Promise<T> {
    const key = uuid();
    let body = '';
    await expect(async () => {
      const answer = await this.http.fetch(path, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(this.#seen && { 'consistency-token': this.#seen }),
          ...(method !== 'GET' && { 'idempotency-key': key }),
          ...(bytes && { 'content-type': 'application/octet-stream' }),
        },
        data: bytes ?? json,
      });
      body = await answer.text();
      expect(answer.ok(), `${method} ${path}: ${answer.status()} ${body}`).toBe(true);
      this.#remember(answer.headers());
    }).toPass({ timeout: 20_000, intervals: [50, 100, 200, 400] });
    return (body === '' ? undefined : JSON.parse(body)) as T;
  }

  #remember(headers: Record<string, string>): void {
    this.#seen = headers['consistency-token'] ?? this.#seen;
  }
}

/** What the gallery shows: as it is at the services, and how it is told. */
export interface Community extends Story {
  username: string;
  serverId: string;
  channels: Record<Line['in'], { serverId: string; channelId: string }>;
}

export const timeOf = ({ at }: Pick<Line, 'at'>) => `2026-03-${at.replace(' ', 'T')}:00.000Z`;

/** Makes the people, their servers and what they say, through the API alone. */
export async function found(browser: Browser, http: APIRequestContext): Promise<Community> {
  const looks = Object.fromEntries(NAMES.map((name) => [name, PEOPLE[name].looks])) as Record<Name, never>;
  const drawn = await draw(browser, looks);
  const suffix = uniqueName('');
  const people = Object.fromEntries(NAMES.map((name) => [name, new Client(http, name + suffix)])) as Record<
    Name,
    Client
  >;
  const { ada, jonas, mei, priya, ruben } = people;
  for (const name of NAMES) {
    const { displayName, statusText } = PEOPLE[name];
    await people[name].register();
    await people[name].ask('PATCH', '/api/auth/me', { json: { displayName, statusText } });
    await people[name].ask('PUT', '/api/auth/me/avatar', { bytes: drawn[name] });
  }

  const server = await ada.ask<{ serverId: string; generalChannelId: string }>('POST', '/api/servers', {
    json: { name: 'Tidewatch' },
  });
  const at = `/api/servers/${server.serverId}`;
  await ada.ask('PUT', `${at}/icon`, { bytes: drawn.waves });
  await ada.ask('PUT', `${at}/description`, { json: { description: 'Open tide gauges for small harbours.' } });
  for (const [name, icon] of [
    ['Book club', drawn.book],
    ['Hill walkers', drawn.peak],
  ] as const) {
    const other = await ada.ask<{ serverId: string }>('POST', '/api/servers', { json: { name } });
    await ada.ask('PUT', `/api/servers/${other.serverId}/icon`, { bytes: icon });
  }

  const role = async (name: string, color: string, permissions: string[]) =>
    (await ada.ask<{ roleId: string }>('POST', `${at}/roles`, { json: { name, color, permissions } })).roleId;
  const reader = ['add-reactions', 'attach-files', 'create-threads', 'send-messages', 'view-channel'];
  const maintainers = await role('Maintainers', '#3b82f6', [
    ...reader,
    'manage-channels',
    'manage-messages',
    'pin-messages',
  ]);
  const crew = await role('Field crew', '#22a06b', [...reader, 'create-invites']);

  const category = async (name: string) =>
    (await ada.ask<{ categoryId: string }>('POST', `${at}/categories`, { json: { name } })).categoryId;
  const channel = async (name: Channel, topic: string, categoryId?: string, isPrivate = false) => {
    const made = await ada.ask<{ channelId: string }>('POST', `${at}/channels`, {
      json: { name, topic, isPrivate, ...(categoryId && { categoryId }) },
    });
    return { serverId: server.serverId, channelId: made.channelId };
  };
  const build = await category('Build');
  const field = await category('Field');
  const places = {
    general: { serverId: server.serverId, channelId: server.generalChannelId },
    announcements: await channel('announcements', 'Releases and dates'),
    firmware: await channel('firmware', 'What runs in the gauges: C, sleep modes, radio', build),
    hardware: await channel('hardware', 'Boxes, boards and batteries', build),
    data: await channel('data', 'Levels, archives and charts', build),
    'pier-4': await channel('pier-4', 'The gauge at pier 4', field),
    photos: await channel('photos', 'Water, mostly', field),
    'crew-only': await channel('crew-only', 'Keys and phone numbers', field, true),
  };

  const { code } = await ada.ask<{ code: string }>('POST', `${at}/invites`, { json: {} });
  for (const name of NAMES.slice(1)) await people[name].ask('POST', `/api/invites/${code}/join`, { json: {} });
  for (const { userId } of [jonas, priya]) await ada.ask('PUT', `${at}/members/${userId}/roles/${maintainers}`);
  for (const { userId } of [ruben, mei]) await ada.ask('PUT', `${at}/members/${userId}/roles/${crew}`);
  const { channelId: announcements } = places.announcements;
  await ada.ask('PUT', `/api/channels/${announcements}/overrides/roles/${maintainers}`, {
    json: { allow: ['send-messages', 'mention-everyone'], deny: [] },
  });

  const pair = await ada.ask<{ serverId: string; channelId: string }>('PUT', `/api/conversations/with/${mei.userId}`);
  const group = await ada.ask<{ serverId: string; channelId: string }>('POST', '/api/conversations', {
    json: { userIds: [jonas.userId, priya.userId, ruben.userId], name: 'Low tide crew' },
  });
  const channels = { ...places, 'with-mei': pair, crew: group };

  const times = new Map<string, string>();
  const latest = new Map<string, string>();
  const said = new Map<string, { channelId: string; messageId: string }>();
  for (const line of LINES) {
    const { channelId } = channels[line.in];
    const messageId = uuid();
    const content = line.says.replace(/@(\w+)/g, (_, name: Name) => `<@${people[name].userId}>`);
    const attachmentIds = line.shows ? [uuid()] : [];
    for (const id of attachmentIds) {
      const path = `/api/channels/${channelId}/attachments/${id}?name=${line.shows}.png`;
      await people[line.by].ask('PUT', path, { bytes: drawn.pier });
    }
    const threadId = line.under && said.get(line.under)?.messageId;
    const replyTo = line.answers && said.get(line.answers)?.messageId;
    await people[line.by].ask('POST', `/api/channels/${channelId}/messages`, {
      json: { messageId, content, attachmentIds, ...(threadId && { threadId }), ...(replyTo && { replyTo }) },
    });
    times.set(messageId, timeOf(line));
    latest.set(threadId ?? channelId, timeOf(line));
    if (line.as) said.set(line.as, { channelId, messageId });
    const message = `/api/channels/${channelId}`;
    if (line.thread) {
      await people[line.by].ask('PUT', `${message}/threads/${messageId}`, { json: { name: line.thread } });
    }
    if (line.pinned) await ada.ask('PUT', `${message}/pins/${messageId}`);
    for (const [emoji, names] of Object.entries(line.reactions ?? {})) {
      for (const name of names) {
        const path = `${message}/messages/${messageId}/reactions/${encodeURIComponent(emoji)}/me`;
        await people[name].ask('PUT', path);
      }
    }
  }
  for (const name of READ) {
    const read = said.get(name);
    if (read) await ada.ask('PUT', `/api/channels/${read.channelId}/read`, { json: { messageId: read.messageId } });
  }
  return {
    suffix,
    username: ada.username,
    serverId: server.serverId,
    channels,
    times,
    latest,
    presences: new Map(NAMES.map((name) => [people[name].userId, PEOPLE[name].presence])),
  };
}

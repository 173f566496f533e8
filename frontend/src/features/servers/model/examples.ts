import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent, type StructureEvent } from '@/realtime/events';
import { structureSchemas } from '@/realtime/structure-events';

/** For tests: the approved example of an event, which the Java side reads too, with some of it replaced. */
export function example(name: string, data: Record<string, unknown> = {}): StructureEvent {
  const type = `webchat.${name}.v1`;
  const file = join(process.cwd(), '../platform/event-log/examples', `${type}.json`);
  const approved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return parseEvent({ type, data: { ...approved, ...data } }) as StructureEvent;
}

export const structureNames = Object.keys(structureSchemas).map((type) => type.slice('webchat.'.length, -'.v1'.length));

/** The ids of the approved examples. */
export const ids = {
  server: example('server.renamed').data.serverId,
  channel: '0197b3a0-0000-7000-8000-000000000002',
  otherChannel: '0197b3a0-0000-7000-8000-000000000017',
  category: '0197b3a0-0000-7000-8000-000000000007',
  otherCategory: '0197b3a0-0000-7000-8000-000000000018',
  role: '0197b3a0-0000-7000-8000-000000000008',
  otherRole: '0197b3a0-0000-7000-8000-000000000019',
  actor: '0197b3a0-0000-7000-8000-000000000004',
  member: '0197b3a0-0000-7000-8000-000000000005',
};

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { EventRouter } from './event-router';
import { eventSchemas, parseEvent } from './events';
import { messageSchemas } from './message-events';
import { profileSchemas } from './profile-events';
import { readingSchemas } from './reading-events';
import { structureSchemas } from './structure-events';

/** The approved examples that the Java side reads too. */
const EXAMPLES = join(process.cwd(), '../platform/event-log/examples');
const examples = readdirSync(EXAMPLES)
  .filter((file) => /^webchat\..*\.v\d+\.json$/.test(file))
  .map((file) => ({
    type: file.replace(/\.json$/, ''),
    data: JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as Record<string, unknown>,
  }));

describe('the events of the log', () => {
  it('have an approved example for every type that this client knows', () => {
    expect(examples.map(({ type }) => type)).toEqual(expect.arrayContaining(Object.keys(eventSchemas)));
  });

  it.each(examples.filter(({ type }) => type in eventSchemas))('$type is read as approved', ({ type, data }) => {
    expect(parseEvent({ type, data })).toEqual({ type, data });
  });

  it.each(examples.filter(({ type }) => type in eventSchemas))('$type may gain fields', ({ type, data }) => {
    expect(parseEvent({ type, data: { ...data, ofALaterVersion: true } })).toEqual({ type, data });
  });

  it('are ignored when their type is not known, and refused when they break their schema', () => {
    expect(parseEvent({ type: 'webchat.message.sung.v1', data: {} })).toBeNull();
    expect(parseEvent({ type: 'toString', data: {} })).toBeNull();
    expect(() => parseEvent({ type: 'webchat.message.posted.v1', data: { content: 1 } })).toThrow();
  });

  it('are all known', () => {
    expect(examples.map(({ type }) => type).filter((type) => !(type in eventSchemas))).toEqual([]);
  });

  it('reach whom they concern', () => {
    const [onMessage, onStructure, onProfile, onReading] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const router = new EventRouter({ onMessage, onStructure, onProfile, onReading });
    for (const example of examples) router.route({ ...example, offset: 0 });
    expect(onMessage.mock.calls.map(([event]) => (event as { type: string }).type)).toEqual(
      examples.map(({ type }) => type).filter((type) => type in messageSchemas),
    );
    expect(onStructure.mock.calls.map(([event]) => (event as { type: string }).type)).toEqual(
      examples.map(({ type }) => type).filter((type) => type in structureSchemas),
    );
    expect(onProfile.mock.calls.map(([event]) => (event as { type: string }).type)).toEqual(
      examples.map(({ type }) => type).filter((type) => type in profileSchemas),
    );
    expect(onReading.mock.calls.map(([event]) => (event as { type: string }).type)).toEqual(
      examples.map(({ type }) => type).filter((type) => type in readingSchemas),
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseServerFrame, type ClientFrame } from './protocol';

const FRAMES = join(import.meta.dirname, '../../../push-service/frames');

/** Of the client; the server says all others. */
const CLIENT_OPS = {
  identify: true,
  resume: true,
  heartbeat: true,
  authenticate: true,
  watch: true,
  presence: true,
  choose_presence: true,
  typing: true,
} satisfies Record<ClientFrame['op'], true>;

describe('the frames that push-service has approved', () => {
  const ops = readdirSync(FRAMES).map((file) => file.replace('.json', ''));
  const serverOps = ops.filter((op) => !(op in CLIENT_OPS));

  it.each(serverOps)('%s is read, each of its fields', (op) => {
    const text = readFileSync(join(FRAMES, `${op}.json`), 'utf8');
    expect(parseServerFrame(text)).toEqual(JSON.parse(text));
  });

  it('are all that there are of the client', () => {
    expect(ops.filter((op) => op in CLIENT_OPS).toSorted()).toEqual(Object.keys(CLIENT_OPS).toSorted());
  });
});

import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { madeAt } from './made-at';

it('an id of version 7 tells when it was made, and no other one does', () => {
  expect(madeAt(uuid({ msecs: Date.UTC(2026, 4, 3, 12) }))).toBe(Date.UTC(2026, 4, 3, 12));
  expect(madeAt('6f0c0e5e-52a8-5a8b-9a0c-7d1f5f9c3e21')).toBeNull();
});

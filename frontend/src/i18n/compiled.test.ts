import { expect, it } from 'vitest';
import { catalogues } from './testing-words';

/** Every object of a value, however deep. */
function objectsIn(value: unknown): object[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

it('a catalogue that is taken apart can be handed over to the browser', () => {
  const objects = Object.values(catalogues).flatMap(objectsIn);
  expect(objects.length).toBeGreaterThan(100);
  for (const object of objects) expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(object));
});

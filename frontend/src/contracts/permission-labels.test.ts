import { expect, it } from 'vitest';
import { PERMISSIONS } from './permissions';
import { PERMISSION_GROUPS } from './permission-labels';

it('every permission has a label, once', () => {
  const labelled = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions);
  expect(labelled.toSorted()).toEqual([...PERMISSIONS].sort());
});

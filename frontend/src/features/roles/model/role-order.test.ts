import { expect, it } from 'vitest';
import { orderAfter } from './role-order';

const roles = ['a', 'b', 'c', 'everyone'].map((roleId) => ({ roleId, name: roleId, color: null, permissions: [] }));
const anything = () => true;

it('moves a role by a step, never past the ends or those that one may not touch', () => {
  expect(orderAfter(roles, 'b', -1, anything)).toEqual(['b', 'a', 'c']);
  expect(orderAfter(roles, 'b', 1, anything)).toEqual(['a', 'c', 'b']);
  expect(orderAfter(roles, 'a', -1, anything)).toBeNull();
  expect(orderAfter(roles, 'c', 1, anything)).toBeNull();
  expect(orderAfter(roles, 'everyone', -1, anything)).toBeNull();
  expect(orderAfter(roles, 'b', -1, ({ roleId }) => roleId !== 'a')).toBeNull();
});

import { afterEach, expect, it, vi } from 'vitest';
import { PageChoice } from './page-choice';

const choice = () =>
  new PageChoice<'compact' | 'cosy'>({ key: 'k', attribute: 'density', values: ['compact'], otherwise: 'cosy' });

afterEach(() => {
  delete document.documentElement.dataset['density'];
  localStorage.clear();
});

it('what is chosen is on the page, is kept, and is told', () => {
  const density = choice();
  const heard = vi.fn();
  density.subscribe(heard);
  expect(density.chosen()).toBe('cosy');
  density.choose('compact');
  expect(document.documentElement.dataset['density']).toBe('compact');
  expect(localStorage.getItem('k')).toBe('compact');
  expect(density.chosen()).toBe('compact');
  density.choose('cosy');
  expect(document.documentElement.dataset['density']).toBeUndefined();
  expect(heard).toHaveBeenCalledTimes(2);
});

it('what nobody knows counts for nothing', () => {
  document.documentElement.dataset['density'] = 'gigantic';
  expect(choice().chosen()).toBe('cosy');
});

import { afterEach, expect, it, vi } from 'vitest';
import { PageChoice } from '@/features/account/model/page-choice';
import { THEME_SCRIPT } from '@/features/account/model/theme-script';
import { wishes, wishFor } from '@/features/notifications/model/wishes';

/** What another tab of this browser keeps. */
function keep(key: string, value: string): void {
  localStorage.setItem(key, value);
  dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
}

afterEach(() => localStorage.clear());

it('a tab that nobody has opened the settings in hears how its user wants to be called', () => {
  wishFor({ desktop: true, sound: true });
  keep('webchat.notifications', JSON.stringify({ desktop: true, sound: false }));
  expect(wishes()).toEqual({ desktop: true, sound: false });
});

it('the theme and the density that are chosen in one tab are those of all', () => {
  // As the page runs it.
  (new Function(THEME_SCRIPT) as () => void)();
  const density = new PageChoice({
    key: 'webchat.density',
    attribute: 'density',
    values: ['compact'],
    otherwise: 'cosy',
  });
  const heard = vi.fn(() => density.chosen());
  density.subscribe(heard);
  keep('webchat.density', 'compact');
  expect(heard).toHaveLastReturnedWith('compact');
  keep('webchat.theme', 'dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  keep('webchat.theme', 'system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});

import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { walk } from './walk';

const onType = vi.fn();

function show() {
  render(
    <div role="log" tabIndex={0} onKeyDown={(event) => walk(event, onType)}>
      <button data-day>Monday</button>
      {['one', 'two', 'three'].map((name) => (
        <article key={name} tabIndex={-1} aria-label={name}>
          <a href={`#${name}`}>{name}</a>
        </article>
      ))}
    </div>,
  );
}
const log = () => screen.getByRole('log');
const message = (name: string) => screen.getByRole('article', { name });

it('walks among messages and days, from the newest on, and to either end', async () => {
  show();
  log().focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(message('three')).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  expect(message('two')).toHaveFocus();
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('button', { name: 'Monday' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(message('one')).toHaveFocus();
  await userEvent.keyboard('{End}');
  expect(message('three')).toHaveFocus();
});

it('by Tab goes on by way of the message that one is at, and of no other', () => {
  show();
  const inert = () => [...document.querySelectorAll<HTMLElement>('article, button')].map((stop) => Boolean(stop.inert));
  message('two').focus();
  fireEvent.keyDown(message('two'), { key: 'Tab' });
  expect(inert()).toEqual([true, true, false, true]);
  screen.getByRole('link', { name: 'two', hidden: true }).focus();
  expect(inert().some(Boolean)).toBe(false);
});

it('where Tab leads out of the page, nothing stays out of reach', async () => {
  show();
  log().focus();
  fireEvent.keyDown(log(), { key: 'Tab' });
  expect(message('one').inert).toBe(true);
  await vi.waitFor(() => expect(message('one').inert).toBe(false));
});

it('begins to write with a letter, unless that means something to a message', async () => {
  show();
  log().focus();
  await userEvent.keyboard('a');
  expect(onType).toHaveBeenCalledOnce();
  await userEvent.keyboard(' {Control>}c{/Control}');
  message('one').focus();
  await userEvent.keyboard('r');
  expect(onType).toHaveBeenCalledOnce();
});

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { render } from '@/i18n/testing';
import { BackCloses, useBack } from './use-back';

let wide = false;
beforeEach(() => {
  wide = false;
  vi.stubGlobal('matchMedia', () => ({
    matches: wide,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

function Page() {
  const [thread, setThread] = useState<string | null>(null);
  const [pins, setPins] = useState(false);
  useBack('thread', thread, setThread);
  return (
    <>
      <button onClick={() => setThread('a')}>Open a</button>
      <button onClick={() => setThread('b')}>Open b</button>
      <button onClick={() => setPins(true)}>Open pins</button>
      {thread !== null && <aside aria-label={`Thread ${thread}`} />}
      {pins && (
        <aside aria-label="Pins">
          <button onClick={() => setPins(false)}>Close pins</button>
          <BackCloses onBack={() => setPins(false)} />
        </aside>
      )}
      {thread !== null && <button onClick={() => setThread(null)}>Close thread</button>}
    </>
  );
}

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const opened = () => screen.queryAllByRole('complementary').map((pane) => pane.getAttribute('aria-label'));
const sees = (...panes: string[]) => waitFor(() => expect(opened()).toEqual(panes));
const at = (path: string) => waitFor(() => expect(location.pathname).toBe(path));

/** As the router does when one goes somewhere. */
function goTo(path: string) {
  act(() => history.pushState({ __NA: true }, '', path));
}

function visit(path: string) {
  goTo('/before');
  goTo(path);
  return { ...render(<Page />), entries: history.length };
}

// The first: a page hears what the history keeps as it comes to life.
it('is open again after a reload, and Back closes it then', async () => {
  history.replaceState(null, '', '/reloaded');
  const kept = (depth: number, layers: object[]) => ({ 'webchat.layers': { page: 'p', depth, layers } });
  history.replaceState(kept(0, []), '');
  history.pushState(kept(1, [{ kind: 'thread', what: 'a' }]), '');
  render(<Page />);
  await sees('Thread a');
  act(() => history.back());
  await sees();
  await at('/reloaded');
});

it('Back closes a pane and stays on the page, and nobody else hears of it; Forward opens it again', async () => {
  const router = vi.fn();
  addEventListener('popstate', router);
  const { entries } = visit('/one');
  await click('Open a');
  expect(history.length).toBe(entries + 1);
  act(() => history.back());
  await sees();
  expect(location.pathname).toBe('/one');
  act(() => history.forward());
  await sees('Thread a');
  act(() => history.back());
  await sees();
  expect(router).not.toHaveBeenCalled();
  act(() => history.back());
  await at('/before');
  expect(router).toHaveBeenCalledOnce();
  removeEventListener('popstate', router);
});

it('Back closes the topmost first', async () => {
  visit('/two');
  await click('Open a');
  await click('Open pins');
  await sees('Thread a', 'Pins');
  act(() => history.back());
  await sees('Thread a');
  act(() => history.back());
  await sees();
  expect(location.pathname).toBe('/two');
});

it('opening and closing leaves no entry that one notices', async () => {
  const { entries } = visit('/three');
  for (let times = 0; times < 3; times++) {
    await click('Open a');
    await click('Open b');
    await click('Open pins');
    await click('Close pins');
    await click('Close thread');
  }
  expect(history.length).toBe(entries + 2);
  act(() => history.back());
  await at('/before');
});

it('going somewhere from a pane leaves the page alone behind', async () => {
  const { entries, unmount } = visit('/four');
  await click('Open a');
  goTo('/five');
  unmount();
  expect(history.length).toBe(entries + 1);
  act(() => history.back());
  await at('/four');
  render(<Page />);
  await sees();
  act(() => history.back());
  await at('/before');
});

it('what the router says of the page takes nothing away', async () => {
  visit('/six');
  await click('Open a');
  act(() => history.replaceState({ __NA: true }, '', '/six'));
  act(() => history.back());
  await sees();
  expect(location.pathname).toBe('/six');
});

it('what asks for a message of the page leaves no entry of its own, nor does that the address forgets it', async () => {
  const { entries } = visit('/eight');
  await click('Open a');
  goTo('/eight?message=m');
  expect(location.search).toBe('?message=m');
  act(() => history.replaceState(null, '', '/eight'));
  await click('Open b');
  await sees('Thread b');
  expect(history.length).toBe(entries + 1);
  act(() => history.back());
  await sees();
  expect(location.pathname).toBe('/eight');
  act(() => history.back());
  await at('/before');
});

it('what the browser refuses to take into its history changes nothing, and is taken with what changes next', async () => {
  const { entries } = visit('/nine');
  const push = vi.spyOn(history, 'pushState').mockImplementationOnce(() => {
    throw new DOMException('too many', 'SecurityError');
  });
  await click('Open a');
  await sees('Thread a');
  expect(push).toHaveBeenCalledOnce();
  expect(history.length).toBe(entries);
  push.mockRestore();
  await click('Open pins');
  expect(history.length).toBe(entries + 2);
  act(() => history.back());
  await sees('Thread a');
  act(() => history.back());
  await sees();
  expect(location.pathname).toBe('/nine');
});

it('where there is room beside the page, Back leaves it', async () => {
  wide = true;
  const { entries } = visit('/seven');
  await click('Open a');
  await click('Open pins');
  expect(history.length).toBe(entries);
  act(() => history.back());
  await at('/before');
});

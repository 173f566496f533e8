import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Tooltip } from './tooltip';

const onClick = vi.fn();

function show() {
  render(
    <>
      <Tooltip text="Bold words">
        <button onClick={onClick}>B</button>
      </Tooltip>
      <Tooltip text="Italic words">
        <button>I</button>
      </Tooltip>
    </>,
  );
  return { bold: screen.getByText('B'), italic: screen.getByText('I') };
}

const enter = (element: Element, pointerType = 'mouse') => fireEvent.pointerEnter(element, { pointerType });
const tooltip = () => screen.queryByRole('tooltip');

describe('a tooltip', () => {
  afterEach(() => void vi.useRealTimers());

  it('is shown a moment after the pointer comes, and the control stays what it is', async () => {
    const { bold } = show();
    enter(bold);
    expect(tooltip()).toBeNull();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Bold words');
    expect(screen.getByText('B')).toBe(bold);
    fireEvent.pointerLeave(bold);
    await waitFor(() => expect(tooltip()).toBeNull());
  });

  it('makes room for that of another control, and is closed by Escape and by a click', async () => {
    const { bold, italic } = show();
    enter(bold);
    await screen.findByRole('tooltip');
    enter(italic);
    await waitFor(() => expect(tooltip()).toHaveTextContent('Italic words'));
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(tooltip()).toBeNull();
    enter(bold);
    await screen.findByRole('tooltip');
    await userEvent.click(bold);
    expect(tooltip()).toBeNull();
    expect(onClick).toHaveBeenCalledOnce();
  });

  it('is shown to whoever comes by keyboard, until they go on', async () => {
    show();
    await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Bold words');
    await userEvent.tab();
    await waitFor(() => expect(tooltip()).toHaveTextContent('Italic words'));
  });

  it('is not shown by a finger, nor to whoever has left by then', async () => {
    vi.useFakeTimers();
    const { bold, italic } = show();
    enter(bold, 'touch');
    enter(italic);
    fireEvent.pointerLeave(italic);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(tooltip()).toBeNull();
  });

  it('goes when its control is scrolled away', async () => {
    const { bold } = show();
    enter(bold);
    await screen.findByRole('tooltip');
    fireEvent.scroll(document.body);
    expect(tooltip()).toBeNull();
  });
});

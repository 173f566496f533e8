import { act } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Options } from 'uplot';
import { render } from '@/i18n/testing';
import { LineChart } from './line-chart';

interface Drawn {
  options: Options;
  data: unknown;
  setData: ReturnType<typeof vi.fn>;
  setSeries: ReturnType<typeof vi.fn>;
  redraw: ReturnType<typeof vi.fn>;
  destroy: ReturnType<typeof vi.fn>;
}

const { drawn } = vi.hoisted(() => ({ drawn: [] as Drawn[] }));
vi.mock('uplot', () => ({
  default: class {
    setData = vi.fn();
    setSeries = vi.fn();
    setSize = vi.fn();
    redraw = vi.fn();
    destroy = vi.fn();
    constructor(
      readonly options: Options,
      readonly data: unknown,
    ) {
      drawn.push(this as unknown as Drawn);
    }
  },
}));

const dark = new EventTarget();

beforeEach(() => {
  drawn.length = 0;
  vi.stubGlobal('matchMedia', () => dark);
});

const chart = (values: (number | null)[], highlighted: string | null = null) => (
  <LineChart
    label="Seconds behind"
    names={['timeline', 'reads']}
    lines={{ times: [1, 2], values: [values, [0, 0]] }}
    highlighted={highlighted}
    atLeast={5}
    words={(value) => `${value} s`}
  />
);

it('draws a line for each name, on a scale that makes next to nothing look like it', () => {
  const { unmount } = render(chart([1, 2]));
  const [plot] = drawn;
  expect(plot?.data).toEqual([
    [1, 2],
    [1, 2],
    [0, 0],
  ]);
  expect(plot?.options.series).toHaveLength(3);
  const range = plot?.options.scales?.['y']?.range as unknown as (plot: null, low: number, high: number) => number[];
  expect(range(null, 0, 1)).toEqual([0, 5]);
  expect(range(null, 0, 100)[1]).toBeCloseTo(112);
  unmount();
  expect(plot?.destroy).toHaveBeenCalledOnce();
});

it('follows its figures and the line that is looked at, without being made anew', () => {
  const { rerender } = render(chart([1, 2]));
  rerender(chart([1, null], 'reads'));
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.setData).toHaveBeenLastCalledWith([
    [1, 2],
    [1, null],
    [0, 0],
  ]);
  expect(drawn[0]?.setSeries).toHaveBeenLastCalledWith(2, { focus: true });
  rerender(chart([1, null]));
  expect(drawn[0]?.setSeries).toHaveBeenLastCalledWith(null, { focus: true });
});

it('is drawn again in the colours of another theme', async () => {
  render(chart([1, 2]));
  dark.dispatchEvent(new Event('change'));
  expect(drawn[0]?.redraw).toHaveBeenCalledTimes(1);
  await act(async () => document.documentElement.setAttribute('data-theme', 'dark'));
  await vi.waitFor(() => expect(drawn[0]?.redraw).toHaveBeenCalledTimes(2));
});

it('names what is where one points, the highest first', () => {
  const { container } = render(chart([1, 2]));
  const point = drawn[0]?.options.hooks?.setCursor?.[0] as unknown as (plot: object) => void;
  act(() => point({ cursor: { idx: 1, left: 40 } }));
  expect(container).toHaveTextContent(/timeline2 sreads0 s$/);
  act(() => point({ cursor: { idx: null, left: -10 } }));
  expect(container).not.toHaveTextContent('timeline');
});

'use client';

import { useEffect, useEffectEvent, useRef, useState, type CSSProperties } from 'react';
import { useLocale } from 'use-intl';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Lines } from '../model/history';
import { onThemeChange } from '../model/theme-changes';
import styles from './line-chart.module.css';
import { dashOf, colorOf } from './series';

interface Props {
  /** What it shows, in a sentence: those who do not see it have a table beside it. */
  label: string;
  /** The names of the lines, in their order. */
  names: readonly string[];
  lines: Lines;
  /** The line that is looked at; all others step back. */
  highlighted: string | null;
  /** Where the scale ends at least, so that next to nothing looks like it. */
  atLeast: number;
  threshold?: { value: number; label: string };
  /** What a value is, with its unit. */
  words(value: number): string;
}

interface Pointed {
  index: number;
  left: number;
}

const HEIGHT = 220;

/** Most lines that are named beside the pointer. */
const NAMED = 6;

/** Lines over time. */
export function LineChart({ label, names, lines, highlighted, atLeast, threshold, words }: Props) {
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const latest = useEffectEvent(() => ({ data: dataOf(lines), atLeast, threshold, words }));
  const count = names.length;

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const color = (variable: string) => resolved(element, variable);
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
    const axis = {
      font: `12px ${getComputedStyle(element).fontFamily}`,
      stroke: () => color('--muted'),
      grid: { stroke: () => color('--line'), width: 1 },
      ticks: { show: false },
    };
    const created = new UPlot(
      {
        width: Math.max(element.clientWidth, 1),
        height: HEIGHT,
        legend: { show: false },
        cursor: { points: { size: 7 }, drag: { setScale: false }, y: false },
        focus: { alpha: 0.22 },
        padding: [12, 8, 0, 0],
        scales: { y: { range: (_, __, highest) => [0, Math.max(latest().atLeast, highest * 1.12)] } },
        axes: [
          { ...axis, space: 84, values: (_, times) => times.map((time) => clock.format(time * 1_000)) },
          { ...axis, size: 64, space: 44, values: (_, values) => values.map((value) => latest().words(value)) },
        ],
        series: [
          {},
          ...Array.from({ length: count }, (_, index) => ({
            stroke: () => color(colorOf(index)),
            dash: dashOf(index),
            width: 2,
            points: { show: false },
          })),
        ],
        hooks: {
          draw: [(drawn) => drawThreshold(drawn, latest().threshold, color('--warning'))],
          setCursor: [
            ({ cursor: { idx, left = -1 } }) =>
              setPointed(idx === null || idx === undefined || left < 0 ? null : { index: idx, left }),
          ],
        },
      },
      latest().data,
      element,
    );
    plot.current = created;
    const observer = new ResizeObserver(() =>
      created.setSize({ width: Math.max(element.clientWidth, 1), height: HEIGHT }),
    );
    observer.observe(element);
    const ignoreTheme = onThemeChange(() => created.redraw(false, true));
    return () => {
      ignoreTheme();
      observer.disconnect();
      created.destroy();
      plot.current = null;
    };
  }, [count, locale]);

  useEffect(() => plot.current?.setData(dataOf(lines)), [lines, atLeast]);

  const series = highlighted === null ? null : names.indexOf(highlighted) + 1;
  useEffect(() => plot.current?.setSeries(series, { focus: true }), [series]);

  return (
    <div className={styles.chart}>
      <div ref={place} role="img" aria-label={label} className={styles.place} />
      {pointed !== null && <Pointer {...pointed} names={names} lines={lines} words={words} locale={locale} />}
    </div>
  );
}

type PointerProps = Pointed & Pick<Props, 'names' | 'lines' | 'words'> & { locale: string };

/** What the lines are where the pointer is, the highest first. */
function Pointer({ index, left, names, lines, words, locale }: PointerProps) {
  const time = lines.times[index];
  const there = names
    .map((name, line) => ({ name, line, value: lines.values[line]?.[index] ?? null }))
    .filter(({ value }) => value !== null)
    .sort((one, other) => (other.value ?? 0) - (one.value ?? 0))
    .slice(0, NAMED);
  if (time === undefined || there.length === 0) return null;
  return (
    <div className={styles.pointer} style={{ '--left': `${left}px` } as CSSProperties} aria-hidden>
      <span className={styles.time}>{new Date(time * 1_000).toLocaleTimeString(locale, { timeStyle: 'medium' })}</span>
      {there.map(({ name, line, value }) => (
        <span key={name} className={styles.value}>
          <i className={styles.swatch} style={{ background: `var(${colorOf(line)})` }} />
          <span className={styles.name}>{name}</span>
          <b>{words(value ?? 0)}</b>
        </span>
      ))}
    </div>
  );
}

function dataOf({ times, values }: Lines): UPlot.AlignedData {
  return [times, ...values];
}

/** What a variable of the theme is there now: a canvas knows no variables. */
function resolved(element: HTMLElement, variable: string): string {
  element.style.setProperty('color', `var(${variable})`);
  const { color } = getComputedStyle(element);
  element.style.removeProperty('color');
  return color;
}

function drawThreshold(drawn: UPlot, threshold: Props['threshold'], color: string): void {
  const highest = drawn.scales['y']?.max;
  if (threshold === undefined || highest === undefined || highest === null || highest < threshold.value) return;
  const { ctx, bbox } = drawn;
  const y = Math.round(drawn.valToPos(threshold.value, 'y', true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = color;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(drawn.root).fontFamily}`;
  ctx.textAlign = 'right';
  ctx.fillText(threshold.label, bbox.left + bbox.width - 4 * devicePixelRatio, y - 5 * devicePixelRatio);
  ctx.restore();
}

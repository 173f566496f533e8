import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '@/components/ui/tooltip';
import { ProblemError, UnreachableError } from '@/http/problem';
import { render } from '@/i18n/testing';
import type { Alerts } from '../api/fetch-alerts';
import type { Letter } from '../api/letters';
import type { OperatedView } from '../api/views';
import { generation, letter, NO_ALERTS, operated } from '../model/examples';
import { OperationsDashboard } from './operations-dashboard';

interface Request {
  method?: string;
  path: string;
  body?: unknown;
}

const { call } = vi.hoisted(() => ({ call: vi.fn<(request: Request) => Promise<unknown>>() }));
vi.mock('@/session/browser-session', async (original) => ({ ...(await original<object>()), api: { call } }));
// A canvas is not simulated.
vi.mock('./line-chart-on-demand', () => ({
  LineChart: ({ label, lines }: { label: string; lines: { times: number[] } }) => (
    <div role="img" aria-label={label} data-samples={lines.times.length} />
  ),
}));

let views: () => OperatedView[] | Promise<OperatedView[]>;
let letters: Letter[];
let alerts: Alerts;
let changed: (request: Request) => unknown;

beforeEach(() => {
  // Ages are told from the beginning of the minute.
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-05-01T10:00:30Z') });
  views = () => [operated('timeline'), operated('reads', {}, { topic: 'webchat.reads' })];
  letters = [];
  alerts = NO_ALERTS;
  changed = () => {
    throw new Error('nothing is to be changed');
  };
  call.mockReset().mockImplementation(async (request) => {
    const { method = 'GET', path } = request;
    if (method !== 'GET') return changed(request);
    if (path === '/api/operations/views') return { views: await views() };
    if (path === '/api/operations/alerts') return alerts;
    if (path.startsWith('/api/operations/dead-letters?')) return { total: letters.length, letters };
    return changed(request);
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

function show() {
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } })}>
      <TooltipProvider>
        <OperationsDashboard />
      </TooltipProvider>
    </QueryClientProvider>,
  );
}

/** The figures come again. */
const look = () => act(() => vi.advanceTimersByTimeAsync(3_100));
const asked = (what: string) =>
  call.mock.calls.filter(([{ path }]) => path.startsWith(`/api/operations/${what}`)).length;
const looks = () => asked('views');
const unanswered = () => new Promise<never>(() => {});

/** What comes when one wants it to. */
function lateAnswer() {
  let resolve: (views: OperatedView[]) => void = () => {};
  const promise = new Promise<OperatedView[]>((resolved) => (resolve = resolved));
  return { promise, resolve };
}
const figure = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement as HTMLElement;
const rowOf = (view: string) =>
  screen.getByRole('button', { name: `Partitions of ${view}` }).closest('tr') as HTMLElement;
const section = (name: string) => screen.getByRole('region', { name });

describe('the figures', () => {
  it('are calm while everything is', async () => {
    show();
    await screen.findByText('Every view is up to date');
    expect(figure('Longest lag')).toHaveTextContent('Fine');
    expect(figure('Dead letters')).toHaveTextContent('Nothing was put aside');
    await waitFor(() => expect(figure('Alerts')).toHaveTextContent('None is pending'));
    expect(screen.getByText('No alerts. Prometheus answers, and nothing is wrong.')).toBeInTheDocument();
    expect(screen.getByText(/^As of /)).toBeInTheDocument();
  });

  it('name the view that is furthest behind, and say that somebody has to act', async () => {
    views = () => [
      operated('timeline', { lagSeconds: 6, lagRecords: 12, rate: 3 }),
      operated('reads', { lagSeconds: 45, lagRecords: 1, rate: 0.5 }),
    ];
    show();
    await screen.findByText('In reads');
    expect(figure('Longest lag')).toHaveTextContent('Act now');
    expect(figure('Longest lag')).toHaveTextContent('45s');
    expect(figure('Applied')).toHaveTextContent('4/s');
    const row = rowOf('reads');
    expect(row).toHaveTextContent('45s1 record');
    expect(row).toHaveTextContent('0.5/s');
  });

  it('that nobody knows are told as such', async () => {
    views = () => [operated('timeline', { lagSeconds: null, lagRecords: 3, rate: null })];
    alerts = { source: 'none', alerts: [] };
    show();
    await screen.findByText('In timeline');
    expect(figure('Longest lag')).toHaveTextContent('Not known');
    expect(figure('Applied')).toHaveTextContent('not known');
    await waitFor(() => expect(figure('Alerts')).toHaveTextContent('No Prometheus is configured'));
    expect(section('Alerts')).toHaveTextContent('Set PROMETHEUS_URL for projection-service');
  });

  it('are looked at again, and the chart has them all', async () => {
    show();
    const chart = await screen.findByRole('img');
    expect(chart).toHaveAccessibleName(/^Seconds behind of 2 views .* All are at 0s now\.$/);
    views = () => [operated('timeline', { lagSeconds: 7, lagRecords: 9 }), operated('reads')];
    await look();
    expect(chart).toHaveAttribute('data-samples', '2');
    expect(chart).toHaveAccessibleName(/Highest now: timeline, 7s\.$/);
    await user().selectOptions(screen.getByLabelText('What the chart shows'), 'Records behind');
    expect(chart).toHaveAccessibleName(/^Records behind .* Highest now: timeline, 9\.$/);
  });

  it('stand still while one wants them to, and say so', async () => {
    show();
    await screen.findByText('Every view is up to date');
    await user().click(screen.getByRole('button', { name: 'Pause' }));
    const before = looks();
    await look();
    expect(looks()).toBe(before);
    expect(screen.getByText(/^Paused: what is shown is of /)).toBeInTheDocument();
    await user().click(screen.getByRole('button', { name: 'Go on' }));
    await look();
    expect(looks()).toBeGreaterThan(before);
  });

  it('that are old after a pause are no alarm when one goes on, and not those of now', async () => {
    show();
    await screen.findByText('Every view is up to date');
    await user().click(screen.getByRole('button', { name: 'Pause' }));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(figure('Longest lag')).toHaveTextContent('Fine');
    const answer = lateAnswer();
    views = () => answer.promise;
    const before = ['views', 'dead-letters', 'alerts'].map(asked);
    await user().click(screen.getByRole('button', { name: 'Go on' }));
    expect(['views', 'dead-letters', 'alerts'].map(asked)).toEqual(before.map((times) => times + 1));
    expect(screen.queryByText(/^No news for/)).not.toBeInTheDocument();
    expect(figure('Longest lag')).toHaveTextContent('not known');
    await waitFor(() => expect(figure('Dead letters')).toHaveTextContent('Fine'));
    answer.resolve([operated('timeline')]);
    await waitFor(() => expect(figure('Longest lag')).toHaveTextContent('Fine'));
    expect(screen.queryByText(/^No news for/)).not.toBeInTheDocument();
  });

  it('that do not come are told as missing, also after a pause', async () => {
    show();
    await screen.findByText('Every view is up to date');
    await user().click(screen.getByRole('button', { name: 'Pause' }));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    views = unanswered;
    await user().click(screen.getByRole('button', { name: 'Go on' }));
    await act(() => vi.advanceTimersByTimeAsync(12_000));
    expect(screen.getByText(/^No news for /)).toBeInTheDocument();
  });

  it('that are old are not those of now, each by how often it is looked at', async () => {
    show();
    await screen.findByText('Every view is up to date');
    await waitFor(() => expect(figure('Alerts')).toHaveTextContent('Fine'));
    call.mockImplementation(unanswered);
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    expect(figure('Longest lag')).toHaveTextContent('Not known');
    expect(figure('Alerts')).toHaveTextContent('Fine');
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(figure('Alerts')).toHaveTextContent('Not known');
    expect(figure('Dead letters')).toHaveTextContent('Fine');
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    expect(figure('Dead letters')).toHaveTextContent('Not known');
  });

  it('that nobody knows are no zeros in the name of the chart', async () => {
    views = () => [operated('timeline', { lagSeconds: null }), operated('reads', { lagSeconds: null })];
    show();
    const chart = await screen.findByRole('img');
    expect(chart).toHaveAccessibleName(/ Where they are now is not known\.$/);
    views = () => [operated('timeline', { lagSeconds: null }), operated('reads')];
    await look();
    expect(chart).toHaveAccessibleName(/ Highest now: reads, 0s\. 1 is not known\.$/);
  });

  it('are of before while there are no new ones, and the page says why', async () => {
    show();
    await screen.findByText('Every view is up to date');
    views = () => {
      throw new UnreachableError('no answer');
    };
    await look();
    expect(await screen.findByText(/^No figures since .* WebChat cannot be reached/)).toBeInTheDocument();
    expect(figure('Longest lag')).toHaveTextContent('not known');
    expect(rowOf('timeline')).toBeInTheDocument();
    views = () => [operated('timeline')];
    await look();
    await screen.findByText(/^As of /);
  });

  it('that never came are not made up', async () => {
    views = () => {
      throw new ProblemError(503, 'log-unavailable', 'Kafka does not say where the log ends.');
    };
    show();
    expect(
      await screen.findByText(/^There are no figures: .*\(Kafka does not say where the log ends\.\)$/),
    ).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('are there by partition, and minute by minute', async () => {
    show();
    const toggle = await screen.findByRole('button', { name: 'Partitions of timeline' });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await user().click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    const table = screen.getByRole('table', { name: /^Partitions of timeline, from webchat.messages/ });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getByRole('row', { name: /^0 1,200 1,200/ })).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Seconds behind' })).toHaveTextContent('timelinereads');
  });
});

describe('a rebuild', () => {
  it('is begun once one has confirmed it', async () => {
    changed = ({ path, body }) => {
      expect([path, body]).toEqual(['/api/operations/views/reads', { action: 'rebuild' }]);
      const begun = operated(
        'reads',
        {},
        { building: generation(2, { applied: 0, lagRecords: 1_200, rate: null }), caughtUp: false },
      );
      views = () => [operated('timeline'), begun];
      return begun;
    };
    show();
    await user().selectOptions(await screen.findByLabelText('View to build anew'), 'reads');
    await user().click(screen.getByRole('button', { name: 'Build anew' }));
    const dialog = screen.getByRole('dialog', { name: 'Build reads anew?' });
    expect(dialog).toHaveTextContent('The whole of webchat.reads is read again.');
    await user().click(within(dialog).getByRole('button', { name: 'Build anew' }));
    const progress = await screen.findByRole('progressbar', { name: 'Progress of reads' });
    expect(progress).toHaveAttribute('value', '0');
    expect(screen.getByText('Time left not known yet')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Switch to it' })).toBeDisabled();
  });

  it('says how far it is, and can be compared and switched to when it is as far', async () => {
    const building = generation(2, { applied: 300, end: 1_200, lagRecords: 900, rate: 30 });
    views = () => [operated('timeline', {}, { building, caughtUp: false })];
    changed = ({ method = 'GET', path, body }) => {
      if (method === 'GET') {
        expect(path).toBe('/api/operations/views/timeline/comparison');
        return {
          live: 1,
          other: 2,
          same: false,
          collections: [{ collection: 'messages', documents: 90, differing: 2 }],
        };
      }
      expect(body).toEqual({ action: 'switch' });
      const switched = operated('timeline', {}, { live: generation(2), previous: generation(1) });
      views = () => [switched];
      return switched;
    };
    show();
    await screen.findByText('25%');
    expect(screen.getByText('900 records left')).toBeInTheDocument();
    expect(screen.getByText('30s left')).toBeInTheDocument();
    views = () => [operated('timeline', {}, { building: generation(2), caughtUp: true })];
    await look();
    await screen.findByText('As far as the one that is read');
    await user().click(screen.getByRole('button', { name: 'Compare' }));
    expect(await screen.findByText('Different: 2 documents differ, in messages.')).toBeInTheDocument();
    await user().click(screen.getByRole('button', { name: 'Switch to it' }));
    const dialog = screen.getByRole('dialog', { name: 'Read generation 2 of timeline?' });
    await user().click(within(dialog).getByRole('button', { name: 'Switch to it' }));
    expect(await screen.findByText('Generation 2 is read, generation 1 is kept for going back')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Go back' })).toBeEnabled();
  });

  it('stays begun though a look that began before ends after it', async () => {
    show();
    await screen.findByText('Every view is up to date');
    const answer = lateAnswer();
    views = () => answer.promise;
    await look();
    changed = () => {
      views = unanswered;
      return operated('timeline', {}, { building: generation(2, { applied: 0, lagRecords: 9 }), caughtUp: false });
    };
    await user().click(screen.getByRole('button', { name: 'Build anew' }));
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Build anew' }));
    await screen.findByRole('progressbar', { name: 'Progress of timeline' });
    answer.resolve([operated('timeline')]);
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(screen.getByRole('progressbar', { name: 'Progress of timeline' })).toBeInTheDocument();
  });

  it('that is begun makes the figures of the others no newer', async () => {
    show();
    await screen.findByText('Every view is up to date');
    views = () => {
      throw new UnreachableError('no answer');
    };
    await look();
    const told = (await screen.findByText(/^No figures since/)).textContent;
    changed = () => {
      views = unanswered;
      return operated('timeline', {}, { building: generation(2), caughtUp: true });
    };
    const before = looks();
    await user().click(screen.getByRole('button', { name: 'Build anew' }));
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Build anew' }));
    await screen.findByRole('progressbar', { name: 'Progress of timeline' });
    expect(screen.getByText(/^No figures since/)).toHaveTextContent(told ?? '');
    expect(looks()).toBeGreaterThan(before);
  });

  it('is not compared any more once other generations are there', async () => {
    views = () => [operated('timeline', {}, { live: generation(2), previous: generation(1), building: generation(3) })];
    changed = () => ({ live: 2, other: 3, same: true, collections: [] });
    show();
    await user().click(await screen.findByRole('button', { name: 'Compare' }));
    await screen.findByText(/^The same: /);
    views = () => [operated('timeline', {}, { live: generation(3), previous: generation(2) })];
    await look();
    await screen.findByText('Generation 3 is read, generation 2 is kept for going back');
    expect(screen.queryByText(/^The same: /)).not.toBeInTheDocument();

    changed = () => {
      throw new ProblemError(409, 'conflicting-state', 'timeline has one generation only');
    };
    await user().click(screen.getByRole('button', { name: 'Compare' }));
    await screen.findByText(/timeline has one generation only/);
    views = () => [operated('timeline', {}, { live: generation(3), building: generation(4), caughtUp: true })];
    await look();
    await screen.findByRole('progressbar');
    expect(screen.queryByText(/timeline has one generation only/)).not.toBeInTheDocument();
  });

  it.each([
    ['Give it up', 'Generation 2 of timeline was given up.'],
    ['Switch to it', 'timeline was switched to generation 1.'],
  ])('tells what became of “%s”, and leaves the focus at the title', async (name, words) => {
    views = () => [operated('timeline', {}, { building: generation(2), caughtUp: true })];
    changed = () => {
      views = () => [operated('timeline')];
      return operated('timeline');
    };
    show();
    const button = await screen.findByRole('button', { name });
    const [place] = within(section('Rebuilds')).getAllByRole('status');
    expect(place).toBeEmptyDOMElement();
    await user().click(button);
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name }));
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(place).toHaveTextContent(words);
    await screen.findByText('Every view has one generation. Nothing is being built.');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Rebuilds' })).toHaveFocus());
  });

  it('that is not possible now says why', async () => {
    views = () => [operated('timeline', {}, { previous: generation(1), live: generation(2) })];
    changed = () => {
      throw new ProblemError(409, 'conflicting-state', 'somebody else has decided about timeline meanwhile');
    };
    show();
    await user().click(await screen.findByRole('button', { name: 'Go back' }));
    const dialog = screen.getByRole('dialog', { name: 'Read generation 1 of timeline again?' });
    await user().click(within(dialog).getByRole('button', { name: 'Go back' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'somebody else has decided about timeline meanwhile',
    );
  });
});

describe('dead letters', () => {
  it('are listed, the newest first, with their cause; those that can be are replayed once one has confirmed it', async () => {
    letters = [letter(1, { state: 'overtaken' }), letter(2), letter(3, { generation: null, state: 'former' })];
    changed = ({ method, path }) => {
      expect([method, path]).toEqual(['POST', '/api/operations/dead-letters/webchat.messages.dlt/3/2/replay']);
      letters = letters.filter(({ id }) => !id.endsWith('/2'));
      return letter(2, { state: 'applied' });
    };
    show();
    await screen.findByText('java.lang.IllegalStateException: poison 2');
    expect(figure('Dead letters')).toHaveTextContent('Act now');
    const rows = within(screen.getByRole('table', { name: 'Dead letters' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows.map((row) => row.textContent?.match(/poison (\d)/)?.[1])).toEqual(['3', '2', '1']);
    expect(rows[2]).toHaveTextContent('Overtaken: rebuild');
    expect(screen.getAllByRole('button', { name: /^Replay / })).toHaveLength(2);

    await user().click(screen.getByRole('button', { name: 'Replay webchat.messages.dlt/3/2' }));
    const dialog = screen.getByRole('dialog', { name: 'Replay this record?' });
    expect(dialog).toHaveTextContent('webchat.messages/3/1002 is applied to timeline once more');
    await user().click(within(dialog).getByRole('button', { name: 'Replay' }));
    expect(await screen.findByText('webchat.messages/3/1002')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(/poison 2/)).not.toBeInTheDocument());
  });

  it('that are replayed tell what became of it, and leave the focus at the title', async () => {
    letters = [letter(2)];
    changed = () => {
      letters = [];
      return letter(2, { state: 'applied' });
    };
    show();
    const button = await screen.findByRole('button', { name: /^Replay / });
    const place = within(section('Dead letters')).getByRole('status');
    expect(place).toBeEmptyDOMElement();
    await user().click(button);
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Replay' }));
    await screen.findByText('No dead letters. Every record could be applied.');
    expect(place).toHaveTextContent('webchat.messages/3/1002 Applied');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Dead letters' })).toHaveFocus());
  });

  it('that are replayed in vain are opened as they are then', async () => {
    letters = [letter(2)];
    let detail: string | null = null;
    changed = ({ method = 'GET' }) => {
      if (method === 'GET') {
        return { letter: letter(2, { detail }), headers: {}, stack: '', value: null, text: 'tea' };
      }
      detail = 'still no such channel';
      return letter(2, { state: 'refused', detail });
    };
    show();
    await user().click(await screen.findByRole('button', { name: /^Show / }));
    await screen.findByRole('region', { name: 'Record' });
    await user().keyboard('{Escape}');
    await user().click(screen.getByRole('button', { name: /^Replay / }));
    await user().click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Replay' }));
    await screen.findByText('Refused again');
    await user().click(screen.getByRole('button', { name: /^Show / }));
    expect(await screen.findByRole('region', { name: 'Last replay' })).toHaveTextContent('still no such channel');
  });

  it('are opened with the record, and where it went wrong', async () => {
    letters = [letter(4)];
    changed = ({ path }) => {
      expect(path).toBe('/api/operations/dead-letters/webchat.messages.dlt/3/4');
      return {
        letter: letter(4),
        headers: { dlt_view: 'timeline' },
        stack: 'at io.webchat.Fold',
        value: { content: 'tea' },
        text: null,
      };
    };
    show();
    await user().click(await screen.findByRole('button', { name: 'Show webchat.messages.dlt/3/4' }));
    const dialog = screen.getByRole('dialog', { name: 'Dead letter' });
    expect(await within(dialog).findByRole('region', { name: 'Record' })).toHaveTextContent('"content": "tea"');
    expect(within(dialog).getByRole('region', { name: 'Stack trace' })).toHaveTextContent('at io.webchat.Fold');
    expect(within(dialog).getByRole('region', { name: 'Headers' })).toHaveTextContent('dlt_view: timeline');
  });

  it('can be of one view, and all that ever were', async () => {
    show();
    await screen.findByText('No dead letters. Every record could be applied.');
    await screen.findByRole('button', { name: 'Partitions of reads' });
    await user().selectOptions(screen.getByLabelText('Of'), 'reads');
    await user().click(screen.getByRole('switch', { name: 'Also what is done' }));
    await screen.findByText('There are none like that.');
    await waitFor(() =>
      expect(call.mock.calls.at(-1)?.[0].path).toBe('/api/operations/dead-letters?limit=100&view=reads&all=true'),
    );
  });
});

it('alerts have what their rule says, and what to do', async () => {
  alerts = {
    source: 'prometheus',
    alerts: [
      {
        name: 'ServiceDown',
        severity: 'critical',
        state: 'firing',
        since: new Date(Date.now() - 359_000).toISOString(),
        summary: 'push-service is down',
        description: 'No instance answers',
        runbook: 'https://example.org/down',
        labels: { job: 'push-service' },
      },
      {
        name: 'DiskLow',
        severity: 'warning',
        state: 'pending',
        since: new Date().toISOString(),
        summary: null,
        description: null,
        runbook: 'javascript:alert(1)',
        labels: {},
      },
    ],
  };
  show();
  const list = await screen.findByRole('list', { name: 'Alerts' });
  const [down, disk] = within(list).getAllByRole('listitem');
  expect(down).toHaveTextContent('Act nowpush-service is downServiceDown · critical · Firing since 5 minutes ago');
  expect(down).toHaveTextContent('No instance answersjob=push-service');
  expect(screen.getByRole('link', { name: 'What to do about ServiceDown' })).toHaveAttribute(
    'href',
    'https://example.org/down',
  );
  expect(disk).toHaveTextContent('Worth a lookDiskLow');
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(figure('Alerts')).toHaveTextContent('1');
  expect(figure('Alerts')).toHaveTextContent('1 more is pending');
});

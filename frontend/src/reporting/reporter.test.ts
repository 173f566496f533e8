import { expect, it, vi } from 'vitest';
import { Reporter, type Sink } from './reporter';

const sink = () => ({ report: vi.fn(), listen: vi.fn() }) satisfies Sink;

function broken(error: Error): Event {
  return Object.assign(new Event('error'), { error });
}

it('nothing is loaded or reported where errors are to be reported nowhere', async () => {
  const load = vi.fn();
  const reporter = new Reporter(load);
  await reporter.start('', new EventTarget());
  reporter.report(new Error('broke'));
  expect(load).not.toHaveBeenCalled();
});

it('what breaks while it is loaded is reported once it is there, once', async () => {
  const page = new EventTarget();
  const loaded = sink();
  const reporter = new Reporter(async () => {
    page.dispatchEvent(broken(new Error('early')));
    return loaded;
  });
  await reporter.start('dsn', page);
  expect(loaded.listen).toHaveBeenCalledOnce();
  page.dispatchEvent(broken(new Error('late, which it hears itself')));
  reporter.report(new Error('caught'));
  expect(loaded.report.mock.calls.flat().map((error: Error) => error.message)).toEqual(['early', 'caught']);
});

it('where it cannot be loaded nothing fails and nothing is kept', async () => {
  const page = new EventTarget();
  const load = vi.fn(() => Promise.reject(new Error('no such chunk')));
  const reporter = new Reporter(load);
  await reporter.start('dsn', page);
  reporter.report(new Error('broke'));
  page.dispatchEvent(broken(new Error('broke again')));
  expect(load).toHaveBeenCalledOnce();
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/http/problem';
import type { ExportFile } from './export-file';
import { Exporter, type ExporterEnvironment } from './exporter';

const scope = { kind: 'channel', id: 'c', name: 'general' } as const;
const whole = '{"kind":"message","cursor":"c/1"}\n{"kind":"end","complete":true}\n';
const answer = (text: string) => new Response(text).body ?? new ReadableStream<Uint8Array>();

const createFile = vi.fn<ExporterEnvironment['createFile']>();
const fetch = vi.fn<ExporterEnvironment['fetch']>();
const file = { write: vi.fn<ExportFile['write']>(), close: vi.fn(async () => {}), discard: vi.fn(async () => {}) };
let exporter: Exporter;

beforeEach(() => {
  createFile.mockReset().mockResolvedValue(file);
  fetch.mockReset().mockImplementation(async () => answer(whole));
  file.write.mockReset().mockResolvedValue();
  file.close.mockClear();
  file.discard.mockClear();
  exporter = new Exporter({ createFile, fetch, wait: async () => {}, now: () => new Date(2026, 0, 31) });
});

describe('the export of a tab', () => {
  it('says how far it is, and that it is done', async () => {
    const seen: string[] = [];
    exporter.subscribe(() => seen.push(`${exporter.state()?.status} ${exporter.state()?.written.messages}`));
    await exporter.start(scope, 'jsonl');
    expect(seen).toEqual(['running 0', 'running 1', 'running 1', 'done 1']);
    expect(exporter.state()).toMatchObject({ fileName: 'general 2026-01-31.jsonl' });
    expect(file.close).toHaveBeenCalledTimes(1);
  });

  it('does not begin when its user does not say where to save', async () => {
    createFile.mockResolvedValue(null);
    await exporter.start(scope, 'csv');
    expect(exporter.state()).toBeNull();
    expect(fetch).not.toHaveBeenCalled();
    createFile.mockResolvedValue(file);
    await exporter.start(scope, 'jsonl');
    expect(exporter.state()).toMatchObject({ status: 'done' });
  });

  it('runs alone', async () => {
    await Promise.all([exporter.start(scope, 'jsonl'), exporter.start(scope, 'jsonl')]);
    expect(createFile).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing behind when it fails, and says why', async () => {
    const error = new ProblemError(403, 'missing-permission', 'no');
    fetch.mockRejectedValue(error);
    await exporter.start(scope, 'jsonl');
    expect(exporter.state()).toMatchObject({ status: 'failed', error });
    expect(file.discard).toHaveBeenCalledTimes(1);
    expect(file.close).not.toHaveBeenCalled();
  });

  it('leaves nothing behind when it is cancelled, and another one can begin', async () => {
    file.write.mockImplementationOnce(async () => exporter.clear());
    await exporter.start(scope, 'jsonl');
    expect(exporter.state()).toBeNull();
    expect(file.close).not.toHaveBeenCalled();
    expect(file.discard).toHaveBeenCalledTimes(1);
    await exporter.start(scope, 'jsonl');
    expect(exporter.state()).toMatchObject({ status: 'done' });
  });
});

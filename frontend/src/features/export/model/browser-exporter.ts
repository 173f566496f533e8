import { useSyncExternalStore } from 'react';
import { fetchExport } from '../api/fetch-export';
import { createFile } from './export-file';
import { Exporter, type ExportState } from './exporter';

export const exporter = new Exporter({
  createFile,
  fetch: fetchExport,
  wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  now: () => new Date(),
});

/** Whoever closes the window would lose what is being written. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

exporter.subscribe(() => {
  if (exporter.state()?.status === 'running') addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
});

export function useExport(): ExportState | null {
  return useSyncExternalStore(exporter.subscribe, exporter.state, () => null);
}

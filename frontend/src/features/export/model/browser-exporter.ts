import { useSyncExternalStore } from 'react';
import { session } from '@/session/browser-session';
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

// Heard here and not with the rest of what is forgotten: few people export, and all others need none of this code.
session.subscribe(() => session.state().status === 'signed-out' && exporter.clear());

export function useExport(): ExportState | null {
  return useSyncExternalStore(exporter.subscribe, exporter.state, () => null);
}

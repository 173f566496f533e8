import type { ExportFormat } from './formats';

/** Where an export is written to. */
export interface ExportFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** It is whole: now it is there for whoever wanted it. */
  close(): Promise<void>;
  /** It will not be whole: nothing of it stays. */
  discard(): Promise<void>;
}

interface SavePicker {
  showSaveFilePicker(options: {
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** As much as is kept in memory where a browser writes no files by itself. */
export const MEMORY_MEGABYTES = 200;

/** It has become more than this browser may keep. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Whether an export goes to its file as it arrives, however much it is; else it is kept until it is whole. */
export function writesFiles(): boolean {
  return 'showSaveFilePicker' in window;
}

/** Asks where to save; null if nowhere. Where a browser cannot be asked, it saves where it saves downloads. */
export async function createFile(name: string, format: ExportFormat): Promise<ExportFile | null> {
  if (!writesFiles()) return keptFile(name, format);
  try {
    const handle = await (window as unknown as SavePicker).showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { [format.type]: [`.${format.id}`] } }],
    });
    return await writtenFile(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** A file of the device, which has its content only when it is closed. */
async function writtenFile(handle: FileSystemFileHandle): Promise<ExportFile> {
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: () => stream.close(),
    discard: () => stream.abort(),
  };
}

function keptFile(name: string, { type }: ExportFormat): ExportFile {
  const kept: Blob[] = [];
  let size = 0;
  return {
    write: async (bytes) => {
      kept.push(new Blob([bytes]));
      size += bytes.length;
      if (size > MEMORY_MEGABYTES * 1_000_000) throw new TooLargeError('too much to be kept');
    },
    close: async () => {
      const url = URL.createObjectURL(new Blob(kept, { type }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // A download that has just begun still reads it.
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
    discard: async () => {
      kept.length = 0;
    },
  };
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { isTransient } from '@/http/problem';
import { uploadAttachment } from '../api/upload-attachment';
import { obstacleTo, reasonOf, type Upload } from './uploads';

/** The files of a message that is being written. They are sent at once, and cancelled when the composer goes. */
export function useUploads(channelId: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const controllers = running.current;
    return () => controllers.forEach((controller) => controller.abort());
  }, []);

  function change(id: string, state: Upload['state']) {
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  function send({ id, file }: Pick<Upload, 'id' | 'file'>) {
    const controller = new AbortController();
    running.current.set(id, controller);
    const { signal } = controller;
    uploadAttachment(channelId, id, file, { signal, onProgress: (part) => change(id, { name: 'sending', part }) })
      .then((attachment) => change(id, { name: 'done', attachment }))
      .catch((error: unknown) => {
        if (!signal.aborted) change(id, { name: 'failed', reason: reasonOf(error), retryable: isTransient(error) });
      })
      .finally(() => running.current.delete(id));
  }

  return {
    uploads,
    add(files: readonly File[]) {
      const added = files.map((file, index): Upload => {
        const reason = obstacleTo(file, uploads.length + index);
        const state = reason === null ? { name: 'sending', part: 0 } : { name: 'failed', reason, retryable: false };
        return { id: uuidv7(), file, state: state as Upload['state'] };
      });
      setUploads([...uploads, ...added]);
      added.filter(({ state }) => state.name === 'sending').forEach(send);
    },
    retry(upload: Upload) {
      change(upload.id, { name: 'sending', part: 0 });
      send(upload);
    },
    remove(id: string) {
      running.current.get(id)?.abort();
      setUploads((all) => all.filter((upload) => upload.id !== id));
    },
    clear: () => setUploads([]),
  };
}

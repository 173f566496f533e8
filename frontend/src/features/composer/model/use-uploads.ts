'use client';

import { useSyncExternalStore } from 'react';
import { BrowserChanges } from '@/storage/changes';
import { browserTabs } from '@/storage/tabs';
import { Written } from '@/storage/written';
import { uploadAttachment } from '../api/upload-attachment';
import { UploadDrafts } from './upload-drafts';
import type { Upload } from './uploads';

const drafts = new UploadDrafts({
  upload: uploadAttachment,
  now: Date.now,
  written: new Written('upload'),
  tabs: browserTabs,
  changes: new BrowserChanges('webchat.uploads'),
});

/** The files of a message that is being written. */
export function useUploads(draftKey: string, channelId: string) {
  const uploads = useSyncExternalStore(
    drafts.subscribe,
    () => drafts.of(draftKey),
    () => drafts.of(draftKey),
  );
  return {
    uploads,
    add: (files: readonly File[]) => drafts.add(draftKey, channelId, files),
    retry: (upload: Upload) => drafts.retry(draftKey, channelId, upload),
    remove: (id: string) => drafts.remove(draftKey, id),
    clear: () => drafts.clear(draftKey),
  };
}

export function rememberUploads(author: string): void {
  void drafts.open(author);
}

export function forgetUploads(): void {
  drafts.forget();
}

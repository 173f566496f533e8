const drafts = new Map<string, string>();

/** What was being written in a channel when it was left. */
export function draftOf(channelId: string): string {
  return drafts.get(channelId) ?? '';
}

export function keepDraft(channelId: string, content: string): void {
  if (content === '') drafts.delete(channelId);
  else drafts.set(channelId, content);
}

export function forgetDrafts(): void {
  drafts.clear();
}
